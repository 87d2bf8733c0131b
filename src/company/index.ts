export { company } from './sensetime/index.ts';
export type { Company } from './company.ts';
