import { DocumentKind, Level, OrganizationKind, Portfolio } from '../../../src/domain/vocabulary.generated.ts';

/** The values of the schema's enums by which lists can be narrowed, in its order. */
export const levels = Object.values(Level);
export const portfolios = Object.values(Portfolio);
export const organizationKinds = Object.values(OrganizationKind);
export const documentKinds = Object.values(DocumentKind);
