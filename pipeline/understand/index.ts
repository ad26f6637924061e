// Understanding a paper: its kind, facts, validity, owners and title from read pages.
export { ownersOf, type PaperOwner } from './owners-of.ts';
export { titleOf } from './title-of.ts';
export { type UnderstandContext, understand } from './understand.ts';
export { validityOf } from './validity-of.ts';
