/** Pictures. Drawn by hand, since ours are few and small, and a library for them would outweigh the rest of the page. */
export { PairedBarsChart } from './paired-bars-chart.tsx';
export { RhythmChart } from './rhythm-chart.tsx';
export { StepsChart } from './steps-chart.tsx';
export { WebChart } from './web-chart.tsx';
