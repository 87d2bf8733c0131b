import type { ReportNote } from '../company.ts';
export const notes: readonly ReportNote[] = [];
