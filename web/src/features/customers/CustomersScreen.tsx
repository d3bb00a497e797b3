/** Customers: found by any identifier, and one customer's whole story. */
import { useParams } from "react-router";
import { CustomerPage } from "./CustomerPage";
import { CustomerSearch } from "./CustomerSearch";
import "./customers.css";
import "./lanes.css";

export default function CustomersScreen() {
  const { id } = useParams();
  return id === undefined ? <CustomerSearch /> : <CustomerPage key={id} customerId={id} />;
}
