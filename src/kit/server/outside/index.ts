export { isPublicUrl } from './public-address.ts';
export { postOutside, type Answered } from './post-outside.ts';
