// What the benchmark measures: the model by itself, without a database.
export { effectOf, fitLogistic, logOdds, sigmoid } from './domain/coach/logistic.ts';
export { areaUnderCurve, brier, calibration, type Forecast } from './domain/coach/measures.ts';
export { type ClosedRow, estimate, trainWinModel, type WinModel } from './domain/coach/win-model.ts';
