/** Goes through a long list page by page. */
import { Button } from "~/ui";
import { words } from "~/words";

const said = words.customers.pager;

export interface PagerProps {
  total: number;
  at: number;
  size: number;
  onChange: (at: number) => void;
}

export function Pager({ total, at, size, onChange }: PagerProps) {
  if (total <= size) return null;
  return (
    <div className="customer-pager">
      <span role="status">{said.shown(at + 1, Math.min(at + size, total), total)}</span>
      <Button size="small" icon="chevron-left" isDisabled={at === 0} onPress={() => onChange(Math.max(0, at - size))}>
        {said.previous}
      </Button>
      <Button size="small" icon="chevron-right" isDisabled={at + size >= total} onPress={() => onChange(at + size)}>
        {said.next}
      </Button>
    </div>
  );
}
