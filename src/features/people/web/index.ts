export { Initials } from './initials.tsx';
export { NewCustomerDialog } from './new-customer-dialog.tsx';
export { PeopleHereSection } from './work/people-here-section.tsx';
export { CustomerPicker } from './customer-picker.tsx';
export { WhoSection } from './who-section.tsx';
