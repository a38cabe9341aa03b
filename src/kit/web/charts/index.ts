/** Pictures. Drawn by hand, since ours are few and small, and a library for them would outweigh the rest of the page. */
export { Bars } from './bars.tsx';
export { RhythmChart } from './rhythm-chart.tsx';
export { TrendLine } from './trend-line.tsx';
