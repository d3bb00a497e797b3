"""What people, agents and the bot say in each act, in several wordings, whatever the issue is."""

from __future__ import annotations

from clew.simulator.wording_billing import BILLING
from clew.simulator.wording_everyday import EVERYDAY

#: Acts whose words don't depend on the issue.
SHARED: dict[str, tuple[str, ...]] = {
    "bot greets": (
        "Hi, I'm Bea, Brightline's virtual assistant. What can I help you with?",
        "Hello! I'm Bea. Ask me anything about your Brightline account.",
    ),
    "bot unsure": (
        "I'm sorry, I didn't quite get that. Could you say it in other words?",
        "Sorry, I'm not sure I understand. Please choose a topic: Bills, Orders, Moving home, Broadband.",
        "I found these articles that might help. Did that answer your question?",
    ),
    "customer wants a person": (
        "can I speak to a person please",
        "this doesn't help. agent please",
        "I want to talk to someone real",
        "No. human.",
    ),
    "bot hands over": (
        "I'll pass you to one of our team. Please hold on.",
        "No problem. Please start a live chat, our team is there from 8 am to 9 pm.",
    ),
    "bot closes": ("Glad I could help. Have a good day!", "Great! Is there anything else? If not, have a lovely day."),
    "customer glad": ("ok thanks", "Perfect, thank you", "that's what I needed, thanks", "Great, cheers"),
    "agent asks who": (
        "Hi, you're chatting with {agent} How can I help today? Can I take your name and account number please?",
        "Hello, this is {agent} at Brightline. Could you tell me your full name, your account number and what it is about?",
        "Good day, {agent} here. I can't see what you wrote to our assistant, so could you describe the problem for me, "
        "and give me your account number?",
    ),
    "customer says who": (
        "{full_name}, account {account}",
        "It's {full_name}. Account number is {account}.",
        "name: {full_name} / account: {account}",
    ),
    "agent looks": ("Thank you. One moment while I look into this.", "Thanks {name}, bear with me please."),
    "agent anything else": (
        "Is there anything else I can do for you today?",
        "You're welcome, {name}. Have a good day!",
    ),
    "customer left": ("The customer left the chat.", "Chat ended: no reply from the visitor for 15 minutes."),
    "agent transfers": (
        "I'll pass you to a colleague who can see more of your account.",
        "Let me transfer you to the right team, it won't take long.",
    ),
    "call abandoned": ("", "", "Caller hung up in the queue."),
    "sms auto": (
        "This is an automatic reply. This number is not monitored. Please visit brightline.example/help.",
        "Thank you. We can't read replies to this number. Call 0800 or visit brightline.example/help.",
    ),
    "survey 1": (
        "Had to explain everything three times.",
        "Awful. Nobody knew what I'd already said.",
        "Still angry.",
        "",
    ),
    "survey 2": ("Took far too long.", "I was sent from one to the next.", "Nobody told me what was going on.", ""),
    "survey 3": ("It was ok in the end.", "Solved, but slow.", "Average.", ""),
    "survey 4": ("Friendly and quite quick.", "Good, thanks.", "", ""),
    "survey 5": ("Very helpful, solved at once!", "Brilliant service.", "Quick and clear.", ""),
}


def wordings(issue: str, act: str) -> tuple[str, ...]:
    """Return all wordings of an act: the issue's own where it has any, else the shared ones; KeyError for an unknown act."""
    own = BILLING if issue == "billing" else EVERYDAY[issue]
    return own.get(act) or SHARED[act]
