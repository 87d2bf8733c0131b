import type { Market } from '../company.ts';

/** Sizes of the markets, in billions of their currency, printed in the text or implied by printed growth (Figure 15). */
export const markets: readonly Market[] = [
  {
    id: 'china-computer-vision',
    label: 'China computer vision software',
    currency: 'RMB',
    sizes: { 2018: 7.8, 2020: 16.7, 2025: 101.7 },
    implied: [2018],
    growth: [
      { from: 2018, to: 2020, percent: 46.3 },
      { from: 2020, to: 2025, percent: 43.5 },
    ],
    figure: '15',
  },
  {
    id: 'china-computer-vision-city-management',
    label: 'China computer vision software: city management',
    currency: 'RMB',
    sizes: { 2018: 3.6, 2020: 8.2, 2025: 36.6 },
    implied: [2025],
    growth: [
      { from: 2018, to: 2020, percent: 50.9 },
      { from: 2020, to: 2025, percent: 34.9 },
    ],
    figure: '15',
  },
  {
    id: 'china-computer-vision-enterprise',
    label: 'China computer vision software: enterprise',
    currency: 'RMB',
    sizes: { 2018: 1.8, 2020: 4.3, 2025: 23 },
    implied: [2025],
    growth: [
      { from: 2018, to: 2020, percent: 54.6 },
      { from: 2020, to: 2025, percent: 39.8 },
    ],
    figure: '15',
  },
  {
    id: 'china-computer-vision-consumer',
    label: 'China computer vision software: consumer',
    currency: 'RMB',
    sizes: { 2018: 2, 2020: 3, 2025: 26.8 },
    implied: [2018],
    growth: [
      { from: 2018, to: 2020, percent: 22.5 },
      { from: 2020, to: 2025, percent: 55 },
    ],
    figure: '15',
  },
  {
    id: 'china-computer-vision-automotive',
    label: 'China computer vision software: automotive',
    currency: 'RMB',
    sizes: { 2018: 0.5, 2020: 1.2, 2025: 15.3 },
    implied: [2018],
    growth: [
      { from: 2018, to: 2020, percent: 54.9 },
      { from: 2020, to: 2025, percent: 66.4 },
    ],
    figure: '15',
  },
  {
    id: 'china-ai-software',
    label: 'China AI software',
    currency: 'RMB',
    sizes: { 2020: 29.5, 2025: 167.1 },
    implied: [],
    growth: [{ from: 2020, to: 2025, percent: 41.5 }],
    figure: 'text',
  },
  {
    id: 'global-ai-software',
    label: 'Global AI software',
    currency: 'US$',
    sizes: { 2020: 30.5, 2025: 121.8 },
    implied: [],
    growth: [{ from: 2020, to: 2025, percent: 31.9 }],
    figure: 'text',
  },
];
