/** What the server answers about paths, under the names that this screen uses. */
import type { components } from "~/api/client";

type Schemas = components["schemas"];
export type VariantList = Schemas["VariantListState"];
export type Variant = Schemas["VariantState"];
export type Word = Schemas["WordState"];
export type Flow = Schemas["FlowState"];
export type FlowNode = Schemas["FlowNodeState"];
export type FlowEdge = Schemas["FlowEdgeState"];
export type Passages = Schemas["PassagesState"];
export type Passage = Schemas["PassageNodeState"];
export type Alignment = Schemas["AlignmentState"];
export type Groups = Schemas["GroupsState"];
export type Comparison = Schemas["ComparisonState"];
export type Difference = Schemas["DifferenceState"];
export type Share = Schemas["ShareState"];
