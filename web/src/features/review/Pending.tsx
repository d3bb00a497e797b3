/** How many answers the numbers on screen don't follow yet, and building them in, once for all of them. */
import { useOrderJob } from "~/jobs";
import { Button, Icon, notify, ProblemState } from "~/ui";
import { words } from "~/words";

const said = words.review.pending;

export function Pending({ count }: { count: number }) {
  const { order, isPending, problem } = useOrderJob();
  if (count === 0) return null;
  const act = async () => {
    const job = await order("build").catch(() => null);
    if (job) notify({ text: said.working, tone: "info" });
  };
  return (
    <div className="review-pending">
      <Icon name="clock" size={18} />
      <span role="status">{said.text(count)}</span>
      <Button size="small" kind="primary" isPending={isPending} onPress={() => void act()}>
        {said.act}
      </Button>
      {problem && <ProblemState problem={problem} compact />}
    </div>
  );
}
