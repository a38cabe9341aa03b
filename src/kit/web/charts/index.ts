/** Pictures. Drawn by hand, since ours are few and small, and a library for them would outweigh the rest of the page. */
export { RhythmChart } from './rhythm-chart.tsx';
export { WebChart } from './web-chart.tsx';
