/** Erasing a customer: what would go, why, a word to type, and in the end what went and what is left elsewhere. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api, asProblem, type Problem } from "~/api/client";
import { ClewProblem } from "~/api/problem";
import { queryClient } from "~/api/queries";
import { isOver, type Job, useJob } from "~/jobs";
import { Button, Dialog, ProblemState, Progress, Skeleton, TextField } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";

const said = words.identity.erase;
const COUNTS = ["identifiers", "interactions", "records", "naming_others", "shared_left"] as const;

export function EraseDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const [jobId, setJobId] = useState<string | null>(null);
  const { data: job } = useJob(jobId);
  if (jobId === null) return <Asking customerId={customerId} onClose={onClose} onOrdered={setJobId} />;
  if (job && isOver(job) && job.state === "done") return <Gone job={job} />;
  return (
    <Dialog title={said.working} isOpen onClose={onClose} role="alertdialog" size="small">
      {job && isOver(job) ? (
        <ProblemState problem={new ClewProblem({ status: 422, title: said.failed, detail: job.problem })} compact />
      ) : (
        <Progress label={said.working} value={null} />
      )}
    </Dialog>
  );
}

interface AskingProps {
  customerId: string;
  onClose: () => void;
  onOrdered: (jobId: string) => void;
}

function Asking({ customerId, onClose, onOrdered }: AskingProps) {
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isOrdering, setOrdering] = useState(false);
  const params = { path: { customer_id: customerId } };
  const preview = useQuery({
    queryKey: ["erase", customerId],
    queryFn: async ({ signal }) =>
      (await api.POST("/api/v1/customers/{customer_id}/erase/preview", { params, signal })).data,
    gcTime: 0,
  });
  const act = async () => {
    setOrdering(true);
    setProblem(null);
    try {
      const body = { confirm: customerId, reason: reason.trim() };
      const { data } = await api.POST("/api/v1/customers/{customer_id}/erase", { params, body });
      if (data) onOrdered(data.job_id);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setOrdering(false);
    }
  };
  const isReady = typed.trim().toLowerCase() === said.word && reason.trim() !== "" && preview.data !== undefined;
  return (
    <Dialog
      title={said.title}
      isOpen
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose}>{said.keep}</Button>
          <Button kind="danger" isPending={isOrdering} isDisabled={!isReady} onPress={() => void act()}>
            {said.act}
          </Button>
        </>
      }
    >
      <div className="identity-stack">
        <p className="identity-told">{said.lead}</p>
        {preview.error ? (
          <ProblemState problem={asProblem(preview.error)} compact />
        ) : preview.data ? (
          <dl className="identity-counts">
            {COUNTS.map((name) => (
              <div key={name}>
                <dt>{said.counts[name]}</dt>
                <dd>{number(preview.data?.[name])}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <Skeleton lines={3} />
        )}
        <TextField
          label={said.reason}
          description={said.reasonHelp}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoComplete="off"
        />
        <TextField label={said.confirm(said.word)} value={typed} onChange={setTyped} autoComplete="off" />
        {problem && <ProblemState problem={problem} compact />}
      </div>
    </Dialog>
  );
}

interface Result {
  identifiers?: number;
  interactions?: number;
  records?: number;
  quarantined?: number;
  decisions?: number;
  remains?: readonly string[];
  erased_before?: boolean;
}

function Gone({ job }: { job: Job }) {
  const navigate = useNavigate();
  const done = job.result as Result;
  const { identifiers = 0, interactions = 0, records = 0, quarantined = 0, decisions = 0, remains = [] } = done;
  const leave = () => {
    // Nothing of them stays in the page's memory or behind its back button.
    queryClient.clear();
    void navigate("/customers", { replace: true });
  };
  return (
    <Dialog
      title={said.done}
      isOpen
      onClose={leave}
      role="alertdialog"
      actions={
        <Button kind="primary" onPress={leave}>
          {said.leave}
        </Button>
      }
    >
      <div className="identity-stack" role="status">
        <p className="identity-told">
          {done.erased_before ? said.before : said.gone(identifiers, interactions, records, quarantined, decisions)}
        </p>
        {remains.length > 0 && (
          <div>
            <p className="identity-told">{said.remains}</p>
            <ul>
              {remains.map((place) => (
                <li key={place}>
                  <bdi>{place}</bdi>
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className="identity-faint">{said.beyond}</p>
      </div>
    </Dialog>
  );
}
