import english from 'react-aria-components/i18n/en-US';

type Said = Readonly<Record<string, string>>;

/** The component library does not speak Persian, so these are our words for what we use of it. */
export const wordsInPersian = {
  ...(english as Record<string, Record<string, unknown>>),
  '@react-aria/toast': {
    close: 'بستن',
    notifications: (said: { count: number }, format: { number(value: number): string }) => `${format.number(said.count)} اعلان.`,
  },
  '@react-aria/spinbutton': { Empty: 'خالی' },
  '@react-aria/searchfield': { 'Clear search': 'پاک کردن جستجو' },
  '@react-aria/overlays': { dismiss: 'بستن' },
  '@react-aria/numberfield': {
    decrease: (said: Said) => `کاهش ${said['fieldLabel']}`,
    increase: (said: Said) => `افزایش ${said['fieldLabel']}`,
    numberField: 'فیلد عدد',
  },
  '@react-aria/menu': { longPressMessage: 'برای باز کردن منو نگه دارید یا Alt و کلید پایین را بزنید' },
  '@react-aria/datepicker': {
    era: 'دوره',
    year: 'سال',
    month: 'ماه',
    day: 'روز',
    hour: 'ساعت',
    minute: 'دقیقه',
    second: 'ثانیه',
    dayPeriod: 'پیش یا پس از ظهر',
    calendar: 'تقویم',
    startDate: 'تاریخ آغاز',
    endDate: 'تاریخ پایان',
    weekday: 'روز هفته',
    timeZoneName: 'منطقهٔ زمانی',
    selectedDateDescription: (said: Said) => `تاریخ انتخاب‌شده: ${said['date']}`,
    selectedRangeDescription: (said: Said) => `بازهٔ انتخاب‌شده: ${said['startDate']} تا ${said['endDate']}`,
    selectedTimeDescription: (said: Said) => `زمان انتخاب‌شده: ${said['time']}`,
  },
  '@react-aria/combobox': {
    focusAnnouncement: (said: Said) => `${said['optionText']}${said['isSelected'] ? '، انتخاب شده' : ''}`,
    countAnnouncement: (said: { optionCount: number }, format: { number(value: number): string }) =>
      `${format.number(said.optionCount)} گزینه موجود است.`,
    selectedAnnouncement: (said: Said) => `${said['optionText']}، انتخاب شد`,
    buttonLabel: 'نمایش پیشنهادها',
    listboxLabel: 'پیشنهادها',
  },
  '@react-aria/calendar': {
    previous: 'قبلی',
    next: 'بعدی',
    selectedDateDescription: (said: Said) => `تاریخ انتخاب‌شده: ${said['date']}`,
    selectedRangeDescription: (said: Said) => `بازهٔ انتخاب‌شده: ${said['dateRange']}`,
    todayDate: (said: Said) => `امروز، ${said['date']}`,
    todayDateSelected: (said: Said) => `امروز، ${said['date']}، انتخاب شده`,
    dateSelected: (said: Said) => `${said['date']}، انتخاب شده`,
    startRangeSelectionPrompt: 'برای آغاز انتخاب بازه کلیک کنید',
    finishRangeSelectionPrompt: 'برای پایان انتخاب بازه کلیک کنید',
    minimumDate: 'نخستین تاریخ ممکن',
    maximumDate: 'آخرین تاریخ ممکن',
    dateRange: (said: Said) => `${said['startDate']} تا ${said['endDate']}`,
  },
  '@react-aria/autocomplete': { collectionLabel: 'پیشنهادها' },
  '@react-stately/datepicker': {
    rangeUnderflow: (said: Said) => `باید ${said['minValue']} یا پس از آن باشد.`,
    rangeOverflow: (said: Said) => `باید ${said['maxValue']} یا پیش از آن باشد.`,
    rangeReversed: 'تاریخ آغاز باید پیش از تاریخ پایان باشد.',
    unavailableDate: 'این تاریخ در دسترس نیست.',
  },
  'react-aria-components': {
    selectPlaceholder: 'انتخاب کنید',
    tableResizer: 'تغییر اندازه',
    dropzoneLabel: 'محل رها کردن فایل',
    colorSwatchPicker: 'رنگ‌ها',
  },
} satisfies Record<string, Record<string, unknown>>;
