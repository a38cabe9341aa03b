export { Initials } from './initials.tsx';
export { NewCustomerDialog } from './new-customer-dialog.tsx';
export { WhoSection } from './who-section.tsx';
