"""What is said about a bill that came out too high: asked, asked again, promised, chased and explained."""

from __future__ import annotations

BILLING: dict[str, tuple[str, ...]] = {
    "customer searches": ("why is my bill higher", "bill too high", "unexpected charge", "explain my invoice"),
    "article": ("How to read your bill", "Why your bill may change", "Charges explained"),
    "customer asks": (
        "why is my invoice higher this month?",
        "My bill is {difference} more than usual, why?",
        "hi, I got an invoice over {asked}, normally I pay about {usual}. what happened",
        "Why has my bill gone up?? I haven't changed anything",
    ),
    "bot answers": (
        "Bills can change for many reasons, for example higher usage or the end of an offer. See: How to read your bill.",
        "You can find your bills under My account > Bills. Would you like to see the article Charges explained?",
        "Your bill depends on your tariff and your usage. Did this answer your question?",
    ),
    "bot solves": (
        "Your bill has a one-off charge for the extra month between your old and your new billing date. The next one will "
        "be as usual.",
        "I can see that your bill covers 41 days this time instead of 30. Shall I show you the days?",
    ),
    "customer insists": (
        "I have read that. My usage is the same as always",
        "no that's not my question. it's {difference} more than last month",
        "that is not it, I didn't change my tariff",
    ),
    "customer explains": (
        "As I told your bot: invoice {invoice} is {asked} and it should be around {usual}.",
        "I already explained this to the assistant. My bill went up by {difference} and nobody can tell me why. The invoice "
        "is {invoice}.",
        "my last invoice ({invoice}) is way too high, {asked} instead of {usual}",
    ),
    "agent cannot": (
        "I see a higher amount, but I can't open the details of the invoice from here. Please call our billing line.",
        "I'm afraid that I can't correct invoices in chat, {name}. The phone team can: please call them.",
        "I'm sorry, this has to be looked at by billing. Could you ring us, please? Have your invoice number ready.",
    ),
    "agent solves": (
        "I can see it: {cause}. I've credited {difference} to your account, you'll see it within two days.",
        "This came from {cause}. I've corrected it, the new amount is {usual}.",
    ),
    "call passed on": (
        "Customer gave account {account} and invoice {invoice} again. Says bill is {difference} too high. Has been on chat "
        "before. Passed to billing review.",
        "Cust. repeats whole story (bot, chat). Invoice {invoice}, {asked} instead of {usual}. Can't correct here, sent to "
        "review. Promised a reply within 5 days.",
        "Disputes {invoice}. Verified account no. and date of birth once more. Sent to back office.",
    ),
    "call solved": (
        "Bill {invoice} explained: {cause}. Credit of {difference} given.",
        "Invoice {invoice} corrected to {usual}, cause was {cause}. Customer happy.",
    ),
    "call chased": (
        "Customer asks what became of invoice {invoice}. No status visible to me. Told to wait.",
        "Chasing the review of {invoice}, second time. Nothing noted in the case. Apologised.",
        "Wants to know when the bill will be corrected. Could not say. Customer annoyed.",
    ),
    "call explained": (
        "Customer got a text 'corrected' and asks what was corrected. Explained {cause}, new amount {usual}.",
        "Asked what the SMS means. Looked up review: {cause}. Next bill as usual.",
    ),
    "review takes": (
        "Taken from queue. Waiting for metering data.",
        "Case opened in the billing system.",
        "In review.",
    ),
    "review notes": (
        "Checked {invoice} against the tariff history. Possible: {cause}.",
        "Asked metering for the readings of the last two periods.",
        "Second check by a colleague needed because the credit is over the limit.",
    ),
    "review ends": (
        "Found {cause}. Credit {difference} booked. Done.",
        "Corrected invoice {invoice} to {usual}. Reason: {cause}.",
    ),
    "customer writes": (
        "Hello, my invoice {invoice} is {asked}, I normally pay {usual}. My account is {account}. Please check. {full_name}",
        "Dear Brightline, could you explain why I was charged {difference} more? Invoice {invoice}. Regards, {full_name}",
    ),
    "customer chases": (
        "I was promised an answer within 5 days. What is happening with invoice {invoice}? {full_name}, account {account}",
        "Any news about my bill? I've heard nothing since I called.",
        "Hello, this is the second time I'm asking. When will {invoice} be corrected?",
    ),
    "agent writes": (
        "Dear {name}, your request is still with our billing team. We will contact you as soon as possible. {agent}",
        "Dear {name}, thank you for your patience. Your case is being looked into. Kind regards, {agent}",
    ),
    "agent settles": (
        "Dear {name}, we've corrected invoice {invoice} to {usual}. The reason was {cause}. Kind regards, {agent}",
        "Dear {name}, sorry for the trouble. {difference} has been credited; it was {cause}. Best, {agent}",
    ),
    "sms ends": (
        "Brightline: your invoice has been corrected.",
        "Brightline: Corrected. Thank you for your patience.",
        "Brightline: your case is closed. Corrected.",
    ),
    "customer replies": (
        "what has been corrected?",
        "How much do I have to pay now?",
        "ok but what was wrong and what is my next bill",
    ),
    "customer reopens": (
        "I got a text saying 'corrected'. What was corrected, and how much do I pay? Invoice {invoice}.",
        "Your SMS tells me nothing. Direct debit still shows {asked}. Please reopen my case.",
    ),
}
