/** The metrics: all of them with their values, and one of them in depth where the address names it. */
import { useParams } from "react-router";
import { Catalogue } from "./Catalogue";
import { MetricPage } from "./MetricPage";
import "./metrics.css";

export default function MetricsScreen() {
  const { name } = useParams();
  return name === undefined ? <Catalogue /> : <MetricPage key={name} name={name} />;
}
