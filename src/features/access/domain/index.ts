export { may, rights, rightsOf, type Right, type Role } from './rights.ts';
