"""The company passes the case on inside the house, to be looked into: the customer stays where they are."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

_INSIDE = (
    r"(?:back office|review team|specialists?|experts?|technicians?|engineers?|investigat\w+|claims team|relevant team|responsible team|right team|team in charge|team|department|reviewers?|"
    r"colleagues?|second level|second line|technical|billing|finance|accounting|warehouse|management|head office|supervisors?|manager|operations|legal|quality)"
)

ACT = SpeechAct(
    name="passes_case",
    title="passes the case on inside the house",
    by="company",
    locales={
        "en": Locale(
            unless=r"\b(?:can't|cannot|unable to)\b",
            ways=(
                Way(
                    "passed sent forwarded escalated handed raised submitted referred reported opened logged started launched created filed registered given put",
                    rf"\b(?:i've|i have|i|we've|we have|we|has been|have been|was|is being|it's been|just|is|been)\b[^.?!]{{0,10}}\b(?:passed|sent|forwarded|escalated|handed|raised|submitted|referred|reported|registered|given|put)\b[^.?!]{{0,45}}\b(?:to|with|for|on to|before|over to|in front of)\b[^.?!]{{0,20}}\b{_INSIDE}\b",
                    unless=r"\b(?:email|text message|link|sent you)\b",
                ),
                Way(
                    "opening opened started starting launched initiated open creating created raising raised logging logged filing filed ticket case",
                    r"\b(?:i'm|i am|i've|i have|i'll|i will|we've|we have|we'll|i|let me)\b[^.?!]{0,8}\b(?:open(?:ing|ed)?|creat(?:e|ing|ed)|rais(?:e|ing|ed)|log(?:ging|ged)?|fil(?:e|ing|ed)|set(?:ting)? up|start(?:ing|ed)?|submit(?:ted|ting)?|launch(?:ed|ing)?|initiat(?:ed|ing|e))\b[^.?!]{0,10}\b(?:an?|your|this|the|it as)\b[^.?!]{0,15}\b(?:case|ticket|complaint|investigation|claim|request|report|dispute|review)\b",
                ),
                Way(
                    "checking reviewing investigating looking check look review investigate examine decide assess verify",
                    rf"(?:\b(?:our|the|a|my)\b[^.?!]{{0,12}}|^\W*)\b{_INSIDE}\b[^.?!]{{0,12}}\b(?:will|has to|have to|must|needs? to|is going to|are going to|should|is|are|can)\b[^.?!]{{0,12}}\b(?:check|look|review|investigate|examine|decide|assess|verify|study|go over|take a look|handle|work|checking|looking|reviewing|investigating)\b",
                ),
                Way(
                    "forward pass escalate send",
                    r"\b(?:i'll|i will|let me|i'm going to|we'll|i need to|i have to)\b[^.?!]{0,8}\b(?:forward|pass|escalate|send)\b[^.?!]{0,8}\b(?:this|it|your (?:case|request|complaint|details|claim|question)|that|the (?:case|request|matter))\b[^.?!]{0,15}\b(?:back office|review team|second level|specialists for (?:a )?review|management|for (?:review|investigation))\b",
                ),
            ),
        )
    },
    source="own; escalation behind the scenes",
)
