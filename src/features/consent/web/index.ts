export { ConsentNote } from './consent-note.tsx';
export { ConsentSection } from './consent-section.tsx';
