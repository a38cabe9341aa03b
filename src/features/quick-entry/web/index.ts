export { QuickEntryDoor } from './door.tsx';
