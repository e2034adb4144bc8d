/** The day the tests are written for. */
export const TODAY = '2026-11-23T10:00:00';
