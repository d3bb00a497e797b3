/** Choose a period: by name, or from one day to another. */
import { useState } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Button } from "~/ui/Button";
import { Icon } from "~/ui/Icon";
import { TextField } from "~/ui/TextField";
import { words } from "~/words";
import { dayRange } from "~/words/format";
import { periodOf, periods, type Span, spanOf } from "./periods";

const said = words.selection;

export interface PeriodPickerProps {
  span: Span;
  firstDay: string | null;
  lastDay: string | null;
  onChange: (span: Span) => void;
}

export function PeriodPicker(props: PeriodPickerProps) {
  const { span, lastDay } = props;
  const title = periodOf(span, lastDay)?.title ?? dayRange(span.from, span.to);
  return (
    <DialogTrigger>
      <AriaButton className="c-input c-select-button s-period" aria-label={`${said.period}: ${title}`}>
        <Icon name="calendar" size={16} />
        <span className="c-select-value">{title}</span>
        <Icon name="chevron-down" size={16} />
      </AriaButton>
      <Popover className="c-popover" placement="bottom start" offset={4}>
        <Dialog className="s-period-dialog" aria-label={said.period}>
          {({ close }) => <Choices {...props} close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Choices({ span, firstDay, lastDay, onChange, close }: PeriodPickerProps & { close: () => void }) {
  const [from, setFrom] = useState(span.from ?? "");
  const [to, setTo] = useState(span.to ?? "");
  const chosen = periodOf(span, lastDay);
  const isWrong = from !== "" && to !== "" && from > to;
  const choose = (next: Span) => {
    onChange(next);
    close();
  };
  return (
    <>
      <div className="s-presets">
        {periods.map((period) => (
          <button
            key={period.id}
            type="button"
            className="s-preset"
            aria-pressed={chosen?.id === period.id}
            onClick={() => choose(spanOf(period, lastDay))}
          >
            <span className="c-option-tick">{chosen?.id === period.id && <Icon name="check" size={14} />}</span>
            {period.title}
          </button>
        ))}
      </div>
      <form
        className="s-custom"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWrong) choose({ from: from || undefined, to: to || undefined });
        }}
      >
        <TextField label={said.from} type="date" value={from} onChange={setFrom} />
        <TextField label={said.to} type="date" value={to} onChange={setTo} error={isWrong ? said.wrongOrder : null} />
        <Button type="submit" kind="primary" isDisabled={isWrong}>
          {said.apply}
        </Button>
        {firstDay && <p className="s-known">{said.dataUntil(firstDay, lastDay)}</p>}
      </form>
    </>
  );
}
