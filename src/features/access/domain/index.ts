export { comesWithAnswering, may, rights, rightsOf, roles, rolesWith, type Right, type Role } from './rights.ts';
