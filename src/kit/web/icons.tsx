import type { ReactNode, SVGProps } from 'react';

export type Icon = (props: SVGProps<SVGSVGElement>) => ReactNode;

/**
 * Our own line icons on a 24-unit square, drawn with one pen. They only accompany words, so they are hidden from
 * assistive technology. `mirrors` marks those that point along the line of writing.
 */
function icon(paths: string, mirrors = false, pen = 1.75): Icon {
  return function LineIcon({ className = '', ...rest }) {
    return (
      <svg
        viewBox="0 0 24 24"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth={pen}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        className={`shrink-0 ${mirrors ? 'rtl:-scale-x-100' : ''} ${className}`}
        {...rest}
      >
        <path d={paths} />
      </svg>
    );
  };
}

export const TodayIcon = icon(
  'M12 3v2M12 19v2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M3 12h2M19 12h2M5.6 18.4 7 17M17 7l1.4-1.4M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z',
);
export const CustomersIcon = icon(
  'M16 20v-1.5a4 4 0 0 0-4-4H7a4 4 0 0 0-4 4V20M13 7.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM21 20v-1.5a4 4 0 0 0-3-3.87M15.5 4.13a3.5 3.5 0 0 1 0 6.74',
);
export const PromiseIcon = icon(
  'M7 3v3M17 3v3M4 9h16M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM9 14.5l2.2 2.2L15.2 12.5',
);
export const EyeIcon = icon('M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z');
export const EyeOffIcon = icon(
  'M4 4l16 16M9.9 5.7A9.6 9.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.6 3.4M6.4 7.4A16.5 16.5 0 0 0 2.5 12S6 18.5 12 18.5a9.3 9.3 0 0 0 4.7-1.3M9.9 9.9a3 3 0 0 0 4.2 4.2',
);
export const ImportIcon = icon('M12 3v11M7.5 10 12 14.5 16.5 10M4 16v3a1.5 1.5 0 0 0 1.5 1.5h13A1.5 1.5 0 0 0 20 19v-3');
export const SettingsIcon = icon('M4 7h9M17 7h3M4 17h3M11 17h9M17 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM11 17a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z');
export const SearchIcon = icon('M20 20l-4.2-4.2M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z');
export const PhoneIcon = icon(
  'M5 4h3.5l1.6 4.2-2.2 1.5a12 12 0 0 0 6.4 6.4l1.5-2.2L20 15.5V19a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4Z',
);
export const MailIcon = icon(
  'M4.5 5.5h15A1.5 1.5 0 0 1 21 7v10a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17V7a1.5 1.5 0 0 1 1.5-1.5ZM3.5 7l8.5 6 8.5-6',
);
export const NoteIcon = icon('M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19l-4 1ZM14 7l3 3');
export const CheckIcon = icon('M5 12.5l4.5 4.5L19 7.5');
export const CloseIcon = icon('M6 6l12 12M18 6 6 18');
export const PlusIcon = icon('M12 5v14M5 12h14');
export const MoreIcon = icon('M5 12h.01M12 12h.01M19 12h.01', false, 3);
export const SnoozeIcon = icon('M20.5 13.5A8.5 8.5 0 1 1 10.5 3.5a7 7 0 0 0 10 10Z');
export const BellIcon = icon('M6 9.5a6 6 0 0 1 12 0c0 5.5 2 7 2 7H4s2-1.5 2-7ZM10 19.5a2 2 0 0 0 4 0');
export const ClockIcon = icon('M12 7v5l3.2 2M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z');
export const GiftIcon = icon(
  'M4 11h16v9H4zM3 7.5h18V11H3zM12 7.5V20M12 7.5S8 7.5 8 5.2C8 3 11.3 3 12 7.5ZM12 7.5s4 0 4-2.3C16 3 12.7 3 12 7.5Z',
);
export const KeyCustomerIcon = icon('M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9L12 16.9l-5.2 2.8 1-5.9L3.5 9.7l5.9-.8L12 3.5Z');
export const ChartIcon = icon('M4 20V4M4 20h16M8 15.5l3.5-4 3 2.5L20 7.5');
export const CartIcon = icon('M6 8h12l1 12H5L6 8ZM9 10.5V7a3 3 0 0 1 6 0v3.5');
export const ColumnsIcon = icon('M4.5 4h15v16h-15zM9.5 4v16M14.5 4v16');
export const CalendarIcon = icon('M7 3v3M17 3v3M4 9h16M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z');
export const ChevronDownIcon = icon('M6 9.5l6 6 6-6');
export const ChevronEndIcon = icon('M9.5 6l6 6-6 6', true);
export const ChevronStartIcon = icon('M14.5 6l-6 6 6 6', true);
export const ArrowUpIcon = icon('M12 19V5M6.5 10.5 12 5l5.5 5.5');
export const ArrowDownIcon = icon('M12 5v14M6.5 13.5 12 19l5.5-5.5');
export const WarningIcon = icon(
  'M12 9v4.5M12 17h.01M10.6 4.3 2.9 17.6A1.6 1.6 0 0 0 4.3 20h15.4a1.6 1.6 0 0 0 1.4-2.4L13.4 4.3a1.6 1.6 0 0 0-2.8 0Z',
);
export const InfoIcon = icon('M12 11v5.5M12 7.5h.01M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0Z');
export const KeyboardIcon = icon(
  'M3.5 6h17A1.5 1.5 0 0 1 22 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-17A1.5 1.5 0 0 1 2 16.5v-9A1.5 1.5 0 0 1 3.5 6ZM6 10h.01M10 10h.01M14 10h.01M18 10h.01M7 14h10',
);
export const SignOutIcon = icon('M14 4H6a1.5 1.5 0 0 0-1.5 1.5v13A1.5 1.5 0 0 0 6 20h8M10 12h11M17 8l4 4-4 4', true);
export const FileIcon = icon('M14 3H7a1.5 1.5 0 0 0-1.5 1.5v15A1.5 1.5 0 0 0 7 21h10a1.5 1.5 0 0 0 1.5-1.5V7.5L14 3ZM14 3v4.5h4.5');
export const SproutIcon = icon('M12 21v-9M12 13c0-5 3-8.5 8.5-9 .2 5.7-3 9-8.5 9ZM12 17c0-4-2.8-6.7-8-7 0 4.600 2.800 7 8 7Z');

/** The mark of Tend: a tended sprout. */
export function Mark({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 64 64" width="28" height="28" aria-hidden="true" className={`shrink-0 ${className}`}>
      <path d="M35 49C35 34 23 24 5 24 5 40 16 49 35 49Z" className="fill-accent opacity-60" />
      <path d="M32 59V36" fill="none" stroke="currentColor" strokeWidth="6" strokeLinecap="round" className="text-accent" />
      <path d="M29 38C28 18 39 5 60 4 61 24 50 37 29 38Z" className="fill-accent" />
    </svg>
  );
}
