export { HabitsSection } from './habits-section.tsx';
export { PurchasesSection } from './purchases-section.tsx';
