export { storageOf, type Storage } from './storage.ts';
