/** Drawings of numbers. They get data and draw; they know nothing of screens. */
export { type BarItem, Bars, type BarsProps } from "./Bars";
export { seriesColour } from "./colours";
export { DivergingBars, type DivergingBarsProps } from "./DivergingBars";
export { Figure, type FigureProps, type FigureTable } from "./Figure";
export { FlowGraph, type FlowGraphProps } from "./FlowGraph";
export type { FlowEdge, FlowNode } from "./flow";
export { type HeatCell, HeatMatrix, type HeatMatrixProps } from "./HeatMatrix";
export { IntervalBar, type IntervalBarProps } from "./IntervalBar";
export { LineChart, type LineChartProps, type LineSeries } from "./LineChart";
export { Sankey, type SankeyLink, type SankeyNode, type SankeyProps } from "./Sankey";
export { Sparkline, type SparklineProps } from "./Sparkline";
export { Strip, type StripColumn, type StripPart, type StripProps } from "./Strip";
export type { DivergingItem } from "./spans";
