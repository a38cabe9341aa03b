import { CalendarDate, parseDate, parseDateTime, toCalendar, GregorianCalendar, type CalendarDateTime } from '@internationalized/date';
import { useContext, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarStateContext,
} from 'react-aria-components/Calendar';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import { DatePicker as AriaDatePicker } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { FIELD, FIELD_BOX } from './field-look.ts';
import { FieldHint, FieldLabel, FieldProblem } from './field.tsx';
import { useFormats } from './i18n/language.tsx';
import { CalendarIcon, ChevronEndIcon, ChevronStartIcon } from './icons.tsx';
import type { DateFieldProps, MomentFieldProps } from './date-field-props.ts';
import { POPOVER } from './popover-look.ts';

export function DateFieldBody({ label, hint, value, defaultValue, min, max, onChange, ...rest }: DateFieldProps) {
  return (
    <AriaDatePicker<CalendarDate>
      {...rest}
      {...(value === undefined ? {} : { value: value === null ? null : parseDate(value) })}
      {...(defaultValue === undefined ? {} : { defaultValue: parseDate(defaultValue) })}
      {...(min === undefined ? {} : { minValue: parseDate(min) })}
      {...(max === undefined ? {} : { maxValue: parseDate(max) })}
      {...(onChange ? { onChange: (day) => onChange(day === null ? null : isoDay(day)) } : {})}
      className={FIELD}
    >
      <Body label={label} hint={hint} />
    </AriaDatePicker>
  );
}

export function MomentFieldBody({ label, hint, value, defaultValue, min, onChange, ...rest }: MomentFieldProps) {
  return (
    <AriaDatePicker<CalendarDateTime>
      {...rest}
      granularity="minute"
      hourCycle={24}
      {...(value === undefined ? {} : { value: value === null ? null : parseDateTime(value) })}
      {...(defaultValue === undefined ? {} : { defaultValue: parseDateTime(defaultValue) })}
      {...(min === undefined ? {} : { minValue: parseDateTime(min) })}
      {...(onChange
        ? { onChange: (moment) => onChange(moment === null ? null : toCalendar(moment, new GregorianCalendar()).toString()) }
        : {})}
      className={FIELD}
    >
      <Body label={label} hint={hint} />
    </AriaDatePicker>
  );
}

function Body({ label, hint }: { label: string; hint: ReactNode }) {
  return (
    <>
      <FieldLabel>{label}</FieldLabel>
      <Group className={`${FIELD_BOX} flex max-w-72 items-center`}>
        <DateInput className="tabular block grow ps-3 leading-[calc(var(--field)-2px)] whitespace-nowrap">
          {(segment) => (
            <DateSegment
              segment={segment}
              className="inline rounded px-0.5 outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-ink-faint data-[type=literal]:px-0"
            />
          )}
        </DateInput>
        <Button className="flex h-full min-w-9 items-center px-3 text-ink-faint data-hovered:text-ink">
          <CalendarIcon className="size-[1.125rem]" />
        </Button>
      </Group>
      <FieldHint>{hint}</FieldHint>
      <FieldProblem />
      <Popover className={`${POPOVER} p-4`} offset={6}>
        <Dialog className="outline-none">
          <Month />
        </Dialog>
      </Popover>
    </>
  );
}

const STEP =
  'flex size-9 items-center justify-center rounded-lg text-ink-soft data-hovered:bg-wash data-disabled:opacity-30 pointer-coarse:size-11';

function Month() {
  return (
    <Calendar>
      <header className="mb-2 flex items-center justify-between">
        <Button slot="previous" className={STEP}>
          <ChevronStartIcon />
        </Button>
        <MonthName />
        <Button slot="next" className={STEP}>
          <ChevronEndIcon />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="narrow" className="tabular text-center">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="size-9 text-xs font-normal text-ink-faint">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="flex size-9 items-center justify-center rounded-lg text-sm data-disabled:text-ink-faint/50 data-hovered:bg-wash data-outside-month:invisible data-selected:bg-accent data-selected:text-on-accent data-today:font-bold pointer-coarse:size-11"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

/** Written by us: the library's order of month and year is unreadable in Persian. */
function MonthName() {
  const formats = useFormats();
  const month = useContext(CalendarStateContext)?.visibleRange.start;
  return <Heading className="font-medium">{month && formats.month(isoDay(month))}</Heading>;
}

function isoDay(day: CalendarDate): string {
  return toCalendar(day, new GregorianCalendar()).toString();
}
