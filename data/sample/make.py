#!/usr/bin/env python3
"""Where the sample company comes from: writes the long CSV files beside this one, always the same.

Northlight Energy is invented; so are its people, its figures and its customers. The program reads the CSV files, never this
script; it is kept so that the sample can be changed on purpose instead of by hand in 50,000 lines.
"""

import csv
import datetime
import pathlib
import random

HERE = pathlib.Path(__file__).parent
FIRST = datetime.date(2025, 10, 1)
LAST = datetime.date(2026, 9, 30)
rng = random.Random("Northlight Energy, FY 2026")


def write(name, header, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


# --- leaders ---------------------------------------------------------------------------------------------------------------

# level, name, title, unit; a level hangs on the last leader of the level above it. Level 0 has nobody above on purpose.
LEADERS = """
1|Ngozi Adeyemi-Larsen|Chief Executive Officer|Northlight Energy
2|Henrik Sandvik|Chief Customer Officer|Customer Care
3|Amara Okafor|Head of Contact Centres|Customer Care
4|Jonas Lindqvist|Team Lead Contact Centre Lakeside|Customer Care
4|سلمى الخطيب|Team Lead Contact Centre Harbour|Customer Care
4|Beatriz Nogueira|Team Lead Written Enquiries|Customer Care
3|Tomasz Wiśniewski|Head of Customer Retention|Customer Care
4|Priya Raghunathan|Team Lead Renewals|Customer Care
4|Malik Haddad|Team Lead Win-Back|Customer Care
3|Ingrid Solheim|Head of Complaints and Quality|Customer Care
4|Kwame Boateng|Team Lead Complaints Households|Customer Care
4|Fiona MacAllister|Team Lead Complaints Business|Customer Care
2|Carolina Restrepo Duarte|Chief Sales Officer|Sales
3|Yusuf Demir|Head of Household Sales|Sales
4|Maximiliane Theodora Freifrau von Hohenfels-Langenburg zu Altenstein-Wackerbarth|Regional Director for Residential, Tenant and Community Energy Sales in the Northern and Eastern Service Territories (interim, until the regions are merged)|Sales
4|Samuel Adjei|Regional Director Households South|Sales
3|Mei-Ling Chen|Head of Business Sales|Sales
4|Patrick O’Donoghue|Key Account Lead Corporate|Sales
4|Zanele Mthembu|Team Lead Small Business|Sales
3|Luca Ferrante|Head of Partnerships|Sales
4|Anneke de Vries|Partner Manager Housing Associations|Sales
4|Rohan Mehta|Partner Manager Brokers|Sales
2|Dieter Brandstätter|Chief Operating Officer|Operations
3|Sofía Villanueva|Head of Field Service|Operations
4|Oleksandr Kovalenko|Team Lead Field Service North|Operations
4|Grace Wanjiru|Team Lead Field Service South|Operations
3|Björn Ásgeirsson|Head of Connections|Operations
4|Nadia Benali|Team Lead New Connections|Operations
4|Viktor Horváth|Team Lead Solar and Storage|Operations
3|Thandiwe Nkosi|Head of Metering|Operations
4|Emil Novák|Team Lead Smart Meters|Operations
4|Lakshmi Subramanian|Team Lead Meter Readings|Operations
2|Margarethe Lindenberg|Chief Financial Officer|Finance
3|David Goldstein|Head of Billing|Finance
4|Chiara Romano|Team Lead Household Billing|Finance
4|Abdullah Al-Farsi|Team Lead Business Billing|Finance
3|Eszter Nagy|Head of Credit and Collections|Finance
4|Mohamed Cherif|Team Lead Payment Plans|Finance
4|Hannah Fitzgerald|Team Lead Business Credit|Finance
3|Kenji Watanabe|Head of Pricing|Finance
4|Isabel Fontaine|Team Lead Tariffs|Finance
2|Rajesh Iyer|Chief Technology Officer|Digital
3|ליאורה בן־דוד|Head of App and Web|Digital
4|Noah Stevenson|Product Lead Customer App|Digital
4|Aylin Kaya|Product Lead Website|Digital
3|Pedro Azevedo|Head of Customer Data|Digital
4|Saoirse Byrne|Team Lead Data Quality|Digital
4|Minh Anh Nguyễn|Team Lead Insight|Digital
3|Olga Petrenko|Head of IT Service|Digital
4|Mateo Quispe|Team Lead Outage Response|Digital
2|Josephine Mbeki-Hart|Chief People Officer|People
3|Signe Rasmussen|Head of Learning|People
4|Farid Rahimi|Lead Customer Academy|People
4|Elena Popescu|Lead Onboarding|People
3|Tarek Mansour|Head of Talent|People
4|王思敏|Lead Recruiting Customer Care|People
3|Aisling Moran|Head of Workplace|People
4|Gustav Öberg|Lead Scheduling|People
3|Leilani Kahale|Head of Recognition|People
0|Catherine Beaumont|Interim Head of Hydrogen Partnerships|Hydrogen
""".strip().splitlines()

INCENTIVE = {1: 180000, 2: 72000, 3: 24000, 4: 9000, 0: 24000}


class Leader:
    def __init__(self, number, level, name, title, unit, manager):
        self.id = f"L{number:03d}"
        self.level, self.name, self.title, self.unit, self.manager = level, name, title, unit, manager
        self.objectives = []

    def email(self):
        plain = self.title.split("(")[0].lower().replace(",", "").split()
        return "-".join(plain[:6]) + "@northlight.example"


def make_leaders():
    leaders, last = [], {}
    for number, line in enumerate(LEADERS, 1):
        level, name, title, unit = line.split("|")
        level = int(level)
        leader = Leader(number, level, name, title, unit, last.get(level - 1) if level > 1 else None)
        last[level] = leader
        leaders.append(leader)
    return leaders


STARTED = {"L015": "2026-02-01", "L037": "2025-12-01", "L060": "2026-04-01"}
LEFT = {"L022": "2026-06-30"}


def leader_rows(leaders):
    for leader in leaders:
        target = INCENTIVE[leader.level] + 500 * rng.randrange(0, 7) * (leader.level > 1)
        if leader.id in ("L041", "L060"):
            target = ""
        yield [leader.id, leader.name, leader.title, leader.unit, leader.email(), leader.manager.id if leader.manager else "",
               target, STARTED.get(leader.id, ""), LEFT.get(leader.id, "")]


# --- objectives ------------------------------------------------------------------------------------------------------------

# By title of who has them: objective; kind; unit; decimals; aggregate; ladder or range or due day; source; cadence; stage; driver.
# A ladder is baseline, threshold, target, stretch; "-" leaves a point out.
OBJECTIVES = """
@Chief Executive Officer
More customers in September 2026 than a year before|number|customers|0|latest|2321 2321 2437 2550|Customer ledger|monthly||acquire
Net promoter score of all customers|number|points|0|latest|18 22 30 40|Quarterly customer survey|quarterly||retain
Conversations with customers who left, and why|number|conversations|0|sum|0 - 24 36|Notes in the customer room|monthly|Leave|win back
Customer objectives agreed with every top leader|milestone||0|latest|2025-11-30|Review records|quarterly||retain
@Chief Customer Officer
Customers lost in twelve months|number|customers|0|latest|304 - 260 220|Customer ledger|monthly|Leave|retain
First-contact resolution|number|%|1|mean|68 70 78 84|Contact centre reports|monthly|Get help|retain
Customers won back|number|customers|0|sum|0 20 60 80|Customer ledger|monthly|Leave|win back
Satisfaction after a contact|number|of 5|2|mean|3.9 4 4.3 4.6|Survey after each contact|monthly|Get help|retain
@Head of Contact Centres
Calls answered within 30 seconds|number|%|1|mean|71 74 85 92|Telephone system|monthly|Get help|retain
Average time to answer|number|seconds|0|mean|74 60 40 25|Telephone system|monthly|Get help|retain
Callers who hang up|number|%|1|mean|9.5 8 5 3|Telephone system|monthly|Get help|retain
Staffing against forecast|range|%|0|mean|95 105|Workforce planning|monthly|Get help|retain
@Head of Customer Retention
Contracts renewed when they end|number|%|1|mean|81 82.5 88 91|Contract records|monthly|Renew|retain
Customers called before their contract ends|number|%|0|mean|35 50 80 95|Contract records|monthly|Renew|retain
Calls to lost customers|number|calls|0|sum|0 240 480 600|Call notes|monthly|Leave|win back
Reason for leaving recorded|number|%|0|latest|72 80 95 -|Customer ledger|monthly|Leave|retain
@Head of Complaints and Quality
Complaints solved within five days|number|%|0|mean|58 65 80 90|Complaint records|monthly|Get help|retain
Complaints for every 1,000 customers|number|complaints|1|mean|14.2 12.5 9 6|Complaint records|monthly|Get help|retain
Complainants who are still customers half a year later|number|%|0|latest|76 78 85 90|Customer ledger|quarterly|Get help|retain
Ten most frequent complaints traced to their cause|milestone||0|latest|2026-03-31|Report to the executive team|quarterly|Get help|retain
@Chief Sales Officer
New customers|number|customers|0|sum|0 340 420 480|Customer ledger|monthly|Join|acquire
Monthly value of new contracts|number|k€|0|sum|0 210 300 360|Customer ledger|monthly|Join|acquire
Customers who take a second product|number|%|1|latest|14 15.5 20 25|Contract records|monthly|Use|expand
Offers answered within two working days|number|%|0|mean|61 68 85 95|Sales records|monthly|Choose|acquire
@Head of Household Sales
New household customers|number|customers|0|sum|0 200 270 310|Customer ledger|monthly|Join|acquire
Households who finish signing up online|number|%|1|mean|38 41 50 58|Website statistics|monthly|Join|acquire
New households still with us after six months|number|%|1|latest|91 92 95 97|Customer ledger|quarterly|Join|retain
Mystery shopping result|number|of 100|0|mean|72 75 84 90|Mystery shopping|quarterly|Choose|acquire
@Head of Business Sales
New business customers|number|customers|0|sum|0 110 140 165|Customer ledger|monthly|Join|acquire
Corporate customers met in person|number|%|0|latest|22 40 90 -|Visit notes|monthly|Use|retain
Offers won|number|%|1|mean|24 26 33 40|Sales records|monthly|Choose|acquire
Business customers who extend their contract|number|%|1|latest|11 13 18 24|Contract records|quarterly|Renew|expand
@Head of Partnerships
New customers through partners|number|customers|0|sum|0 50 90 120|Partner reports|monthly|Join|acquire
Partners who would recommend us|number|points|0|latest|5 10 25 35|Partner survey|quarterly|Choose|acquire
Partner payments made on time|number|%|0|mean|83 88 98 -|Accounts payable|monthly||acquire
New partner portal in use|milestone||0|latest|2026-02-28|Release notes|quarterly||acquire
@Chief Operating Officer
Appointments kept on the promised day|number|%|1|mean|86 88 94 97|Field service records|monthly|Use|retain
Minutes without power for each customer|number|minutes|1|sum|21 19 15 12|Network control centre|monthly|Use|retain
Connections finished on the promised date|number|%|0|mean|69 74 88 95|Project records|monthly|Join|acquire
Customers told about a planned outage three days ahead|number|%|0|mean|77 83 97 -|Network control centre|monthly|Use|retain
@Head of Field Service
Repairs finished on the first visit|number|%|1|mean|73 76 84 90|Field service records|monthly|Get help|retain
Time from call to repair|number|hours|1|mean|31 28 20 14|Field service records|monthly|Get help|retain
Spare part cover|range|days|0|latest|20 35|Warehouse system|monthly||retain
Satisfaction after a visit|number|of 5|2|mean|4.05 4.15 4.5 4.7|Survey after each visit|monthly|Get help|retain
@Head of Connections
Time from order to connection|number|days|0|mean|38 33 24 18|Project records|monthly|Join|acquire
Waiting time for an appointment|range|days|1|mean|2 5|Field service records|monthly|Join|acquire
Solar systems connected|number|systems|0|sum|0 180 260 320|Project records|monthly|Use|expand
Online tracking of every connection|milestone||0|latest|2026-05-31|Release notes|quarterly|Join|acquire
@Head of Metering
Bills based on a real reading|number|%|1|latest|84 87 94 98|Billing system|monthly|Pay|retain
Smart meters installed|number|meters|0|sum|0 600 900 1100|Project records|monthly|Use|retain
Readings questioned by customers|number|in 1,000|1|mean|8.4 7.5 5 3|Complaint records|monthly|Pay|retain
Meter stock cover|range|days|0|latest|15 30|Warehouse system|monthly||retain
@Chief Financial Officer
Bills without a mistake|number|%|2|mean|97.2 97.8 99.2 99.7|Billing system|monthly|Pay|retain
Customers who understand their bill|number|%|0|latest|54 58 70 80|Quarterly customer survey|quarterly|Pay|retain
Customers lost over a price increase|number|customers|0|sum|41 - 35 28|Customer ledger|monthly|Leave|retain
Refunds paid within seven days|number|%|0|mean|66 72 90 97|Accounts payable|monthly|Pay|retain
@Head of Billing
Bills corrected after a complaint|number|in 1,000|1|mean|11.5 10 6 4|Billing system|monthly|Pay|retain
Final bill within six weeks|number|%|1|mean|88 90 97 99|Billing system|monthly|Leave|win back
Calls about a bill for every 1,000 bills|number|calls|0|mean|46 41 30 22|Telephone system|monthly|Pay|retain
New bill on one page|milestone||0|latest|2026-01-31|Release notes|quarterly|Pay|retain
@Head of Credit and Collections
Customers with a payment plan who keep it|number|%|0|latest|63 67 78 85|Billing system|monthly|Pay|retain
Disconnections for debt|number|households|0|sum|140 120 80 50|Billing system|monthly|Pay|retain
Business customers warned before a limit is reached|number|%|0|mean|40 55 85 95|Credit system|monthly|Pay|retain
Days of sales outstanding|range|days|1|latest|24 32|Accounts receivable|monthly|Pay|retain
@Head of Pricing
Gap to the cheapest comparable offer|range|%|1|latest|0 6|Comparison portals|weekly|Choose|retain
Customers on the tariff that suits them best|number|%|0|latest|61 66 80 88|Tariff check|monthly|Use|retain
Time to a business offer|number|hours|0|mean|52 44 24 12|Sales records|monthly|Choose|acquire
Loyalty tariff in the market|milestone||0|latest|2026-03-31|Release notes|quarterly|Renew|retain
@Chief Technology Officer
Errands customers finish by themselves online|number|%|1|latest|47 50 60 68|Website and app statistics|monthly|Use|retain
App rating|number|stars|1|latest|3.4 3.6 4.2 4.6|App stores|monthly|Use|retain
Availability of customer systems|number|%|2|minimum|99.1 99.3 99.8 99.95|Monitoring|monthly|Use|retain
Customer records without a mistake|number|%|1|latest|91 93 97 99|Data quality report|monthly||retain
@Head of App and Web
Customers who use the app|number|%|1|latest|31 34 45 55|App statistics|monthly|Use|retain
Errands broken off online|number|%|1|mean|28 25 17 12|Website statistics|monthly|Use|acquire
Time until a page can be used|number|seconds|1|maximum|4.8 4 2.5 1.5|Monitoring|monthly|Choose|acquire
Second product offered in the app|milestone||0|latest|2026-04-30|Release notes|quarterly|Use|expand
@Head of Customer Data
Duplicate customer records|number|in 1,000|1|latest|22 18 8 4|Data quality report|monthly||retain
Customers at risk recognised before they leave|number|%|0|latest|34 40 60 75|Forecast against ledger|quarterly|Leave|retain
Questions from the teams answered within a day|number|%|0|mean|52 60 80 90|Ticket system|monthly||retain
One view of the customer for every team|milestone||0|latest|2026-06-30|Release notes|quarterly|Get help|retain
@Head of IT Service
Time to restore a customer system|number|minutes|0|mean|96 80 45 30|Ticket system|monthly|Use|retain
Longest outage of the customer portal|number|minutes|0|maximum|240 200 90 60|Monitoring|monthly|Use|retain
Disruptions announced to customers within 15 minutes|number|%|0|mean|44 55 85 95|Ticket system|monthly|Use|retain
Changes without a disruption|number|%|1|mean|93 94 97.5 99|Ticket system|monthly||retain
@Chief People Officer
Leaders who spend a day a month with customers|number|%|0|latest|18 35 80 95|Calendars, checked by the teams|monthly||retain
Teams who say the customer comes first here|number|%|0|latest|56 60 72 80|Staff survey|quarterly||retain
Customer-facing staff who leave|number|%|1|latest|17 15.5 12 9|Personnel records|monthly||retain
Customer objectives in every leader’s review|number|%|0|latest|40 60 100 -|Review records|quarterly||retain
@Head of Learning
Days with customers for every leader|number|days|1|sum|0 4 9 12|Calendars, checked by the teams|monthly||retain
Customer-facing staff trained in complaints|number|%|0|latest|45 58 90 100|Learning records|monthly|Get help|retain
New colleagues ready for their first call|number|days|0|mean|34 31 24 19|Learning records|monthly|Get help|retain
Customer academy open to all|milestone||0|latest|2026-03-31|Learning records|quarterly||retain
@Head of Talent
Open posts in customer care|range|posts|0|latest|2 8|Personnel records|monthly|Get help|retain
Time to fill a post in customer care|number|days|0|mean|61 55 42 35|Personnel records|monthly|Get help|retain
Appointments decided with a customer on the panel|number|%|0|latest|0 15 50 75|Personnel records|quarterly||retain
Careers described by what they do for customers|milestone||0|latest|2026-08-31|Intranet|quarterly||retain
@Head of Workplace
Desks manned at peak times|range|%|0|mean|92 100|Workforce planning|monthly|Get help|retain
Shift wishes met|number|%|0|mean|61 66 80 88|Workforce planning|monthly||retain
Noise in the contact centres|number|dB|0|maximum|68 66 60 57|Measured each month|monthly|Get help|retain
Customer room open on every floor|milestone||0|latest|2026-01-31|Site reports|quarterly||retain
@Interim Head of Hydrogen Partnerships
Letters of intent from corporate customers|number|letters|0|sum|0 4 8 12|Partner reports|quarterly|Choose|acquire
Pilot customers who would buy again|number|%|0|latest|50 60 80 90|Interviews|quarterly|Use|expand
First pilot delivers hydrogen|milestone||0|latest|2026-07-31|Site reports|quarterly|Join|acquire
""".strip().splitlines()

# What a team leader's objective adds to the title of the one above it.
PLACE = {"Lakeside": "Lakeside", "Harbour": "Harbour", "Written": "in writing", "Renewals": "renewals", "Win-Back": "win-back",
         "Households": "households", "Business": "business", "Territories": "north and east", "South": "south", "Corporate": "corporate",
         "Associations": "housing associations", "Brokers": "brokers", "North": "north", "Connections": "new connections",
         "Solar": "solar and storage", "Smart": "smart meters", "Readings": "readings", "Household": "households",
         "Plans": "payment plans", "Credit": "business credit", "Tariffs": "tariffs", "App": "app", "Website": "website",
         "Quality": "data quality", "Insight": "insight", "Outage": "outages", "Academy": "academy", "Onboarding": "onboarding",
         "Recruiting": "customer care", "Scheduling": "scheduling"}

LOCAL_REASONS = ["Only this team deals with it; nothing above depends on it.",
                 "Agreed with the works council for this team alone.",
                 "A promise to one customer group that no objective above covers."]
NO_OBJECTIVES = {"L022", "L048", "L059"}   # a partner manager who left, a lead on leave, a head without any yet
UNEVEN = {"L019": 9000, "L036": 11000, "L052": 9500}
SPREADS = {3: [[4000, 3500, 2500], [5000, 3000, 2000], [3334, 3333, 3333]],
           4: [[4000, 3000, 2000, 1000], [2500, 2500, 2500, 2500], [3500, 3000, 2000, 1500], [3000, 3000, 2500, 1500]]}


class Objective:
    def __init__(self, leader, line):
        (self.title, self.kind, self.unit, decimals, self.aggregate, points, self.source, self.cadence, self.stage,
         self.driver) = line.split("|")
        self.leader, self.decimals, self.parent, self.local = leader, int(decimals), None, ""
        self.points = points.split()
        self.weight, self.claim_value, self.claim_customers, self.description = 0, "", "", ""

    def ladder(self):
        return [None if point == "-" else float(point) for point in self.points]

    def text(self, value):
        return "" if value is None else f"{value:.{self.decimals}f}"

    def row(self):
        ladder, low, high, due = ["", "", "", ""], "", "", ""
        if self.kind == "number":
            ladder = [self.text(value) for value in self.ladder()]
        elif self.kind == "range":
            low, high = self.points
        else:
            due = self.points[0]
        weight = f"{self.weight / 100:.2f}".rstrip("0").rstrip(".")
        return [self.id, self.leader.id, self.title, self.description, self.kind, weight, self.unit, self.decimals, self.aggregate,
                *ladder, low, high, due, self.source, self.cadence, self.stage, self.parent.id if self.parent else "", self.local,
                self.driver, self.claim_value, self.claim_customers]


def library():
    by_title, title = {}, None
    for line in OBJECTIVES:
        if line.startswith("@"):
            title = line[1:]
            by_title[title] = []
        else:
            by_title[title].append(line)
    return by_title


def team_objective(leader, above, place):
    """A team's share of an objective above: the same measure, its own ladder."""
    mine = Objective.__new__(Objective)
    mine.__dict__.update(above.__dict__)
    mine.leader, mine.parent, mine.local = leader, above, ""
    mine.title = f"{above.title}, {place}"
    if above.kind == "number" and above.aggregate == "sum" and above.ladder()[0] == 0:
        mine.points = [p if p in ("-", "0") else above.text(round(float(p) * 0.45, above.decimals)) for p in above.points]
    elif above.kind == "number":
        base, target = above.ladder()[0], above.ladder()[2]
        shift = (target - base) * rng.choice([-0.2, -0.1, 0.1, 0.2])
        mine.points = [p if p == "-" else above.text(float(p) + (shift if i == 0 else 0)) for i, p in enumerate(above.points)]
        keep_in_order(mine)
    return mine


def keep_in_order(objective):
    base, threshold, target, _ = objective.ladder()
    if threshold is not None and (threshold - base) * (target - base) < 0:
        objective.points[1] = objective.points[0]


def make_objectives(leaders):
    lines, every = library(), []
    chief = leaders[0]
    for leader in leaders:
        if leader.id in NO_OBJECTIVES:
            continue
        if leader.title in lines:
            mine = [Objective(leader, line) for line in lines[leader.title]]
        elif leader.manager and leader.manager.objectives:
            place = place_of(leader.title)
            above = list(leader.manager.objectives)
            count = 4 if leader.id in ("L004", "L005", "L008", "L016") else 3
            if count < 4:
                above.remove(rng.choice(above))
            mine = [team_objective(leader, objective, place) for objective in above]
        else:
            continue
        for objective in mine:
            if leader.level in (2, 3):
                objective.parent = parent_of(objective, leader.manager)
        leader.objectives = mine
        spread_weights(leader)
        every += mine
    for number, objective in enumerate(every, 1):
        objective.id = f"O{number:03d}"
    claims(every)
    blemishes(every, chief)
    return every


def place_of(title):
    if "Small Business" in title:
        return "small business"
    return next(PLACE[word] for word in reversed(title.replace("(", " ").replace(",", " ").split()) if word in PLACE)


def parent_of(objective, manager):
    same = [above for above in manager.objectives if above.driver == objective.driver and above.kind == "number"]
    return same[0] if same else manager.objectives[0]


def spread_weights(leader):
    spread = list(rng.choice(SPREADS[len(leader.objectives)]))
    spread[-1] += UNEVEN.get(leader.id, 10000) - 10000
    for objective, weight in zip(leader.objectives, spread):
        objective.weight = weight


# A year's improvement that a link claims, by level: euros a month, customers. The ledger is worth some 2.2 million a month.
CLAIMS = {1: (90000, 110), 2: (30000, 36), 3: (9000, 11), 4: (2500, 4), 0: (6000, 2)}

# So that the ledger bears out one driver (win back), a third of another (expand), and speaks against the others.
SOBER_CLAIMS = {"Conversations with customers who left, and why": ("60000", "44"), "Customers who take a second product": ("26000", "29")}


def claims(every):
    for objective in every:
        value, customers = CLAIMS[objective.leader.level]
        factor = rng.choice([0.6, 0.8, 1.0, 1.2])
        objective.claim_value = f"{round(value * factor, -2):.0f}"
        objective.claim_customers = f"{max(1, round(customers * factor))}" if rng.random() < 0.8 else ""
        if objective.title in SOBER_CLAIMS:
            objective.claim_value, objective.claim_customers = SOBER_CLAIMS[objective.title]


def blemishes(every, chief):
    """Some of everything that a real company has, and the pages have to cope with."""
    own = [o for o in every if o.leader.level == 4]
    for objective in own[5::19]:                      # no parent, and says why
        objective.parent, objective.local = None, rng.choice(LOCAL_REASONS)
    for objective in own[11::37]:                     # no parent, and does not say
        objective.parent, objective.local = None, ""
    for objective in own[7::41]:                      # cannot be measured yet: nobody knows where the figure comes from
        objective.source = ""
    for objective in own[23::47]:                     # not linked to a driver
        objective.driver = objective.claim_value = objective.claim_customers = ""
    for objective in every:
        if objective.leader.level == 0 and objective.kind != "milestone":
            objective.local = "Hydrogen has no objective above it until the board decides on its manager."
    chief.objectives[0].description = ("The one figure that everyone’s reward hangs on: customers with a contract on the last day of the "
                                       "cycle, by the customer ledger.")
    chief.objectives[2].description = 'In person or by telephone, never by a survey. "Why did you leave, and what would bring you back?"'


OBJECTIVE_FIELDS = ["id", "leader", "title", "description", "kind", "weight", "unit", "decimals", "aggregate", "baseline", "threshold",
                    "target", "stretch", "low", "high", "due", "source", "cadence", "stage", "parent", "local_reason", "driver",
                    "claim_value", "claim_customers"]


# --- check-ins -------------------------------------------------------------------------------------------------------------

# How far an objective gets, as a share of the way from baseline to target: name, weight, share.
COURSES = [("ahead", 12, 1.35), ("on", 44, 1.02), ("behind", 18, 0.82), ("off", 18, 0.45), ("wrong way", 8, -0.25)]

NOTES = {
    "ahead": ["Better than planned since the new shift plan.", "The pilot in the south paid off; rolling it out.",
              "Customers tell us the change is noticeable."],
    "on": ["As planned.", "As planned, April's wave of calls included.", "Steady; the team has found its rhythm.", "Holiday weeks were thin, made up since.",
           "On plan. Two customers joined our team meeting and told us what still annoys them."],
    "behind": ["Training took longer than thought.", "Two vacancies since spring; interviews are under way.",
               "Improving, but slower than the line."],
    "off": ["The price war in April hit us; callers ask for the competitor's tariff by name.",
            "The release slipped by a quarter.", "We measured the wrong thing at first, and started again."],
    "wrong way": ["Losing ground: contracts ended, and too many went to a competitor.",
                  "More contacts than ever after the April bills.\nWe could not keep up."]}
NEXT = {"ahead": ["Raise the bar in the next cycle.", ""], "on": ["Keep going.", "Listen to ten calls with the team.", ""],
        "behind": ["Fill both vacancies.", "Weekly stand-up until we are back on the line."],
        "off": ["Agree with Pricing what we may offer on the telephone.", "Visit the five largest customers this month."],
        "wrong way": ["Ask the executive team for a decision.", "Call every corporate customer whose contract ends this year."]}
EVIDENCE = ["Monthly report", "Dashboard, last day of the month", "Survey, 214 answers", "Export from the ticket system", "Call notes"]


def month_end(year, month):
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)


def days_of(objective):
    if objective.cadence == "weekly":
        day = datetime.date(2025, 10, 3)
        return [day + datetime.timedelta(days=7 * i) for i in range(52)]
    ends = [month_end(2025, m) for m in (10, 11, 12)] + [month_end(2026, m) for m in range(1, 10)]
    return ends[2::3] if objective.cadence == "quarterly" else ends


def course(objective):
    fixed = {"More customers in September 2026 than a year before": "wrong way", "Customers lost in twelve months": "wrong way",
             "Net promoter score of all customers": "off", "Conversations with customers who left, and why": "behind",
             "New customers": "behind", "New household customers": "behind", "New business customers": "on", "Customers won back": "behind",
             "Customers lost over a price increase": "wrong way", "Contracts renewed when they end": "behind"}
    name = fixed.get(objective.title) or rng.choices([c[0] for c in COURSES], [c[1] for c in COURSES])[0]
    return name, next(c[2] for c in COURSES if c[0] == name)


def number_value(objective, i, n, share):
    """The i-th of n values, so that the aggregate comes to the wanted share of the way by the end."""
    base, _, target, _ = objective.ladder()
    noise = rng.uniform(-0.07, 0.07)
    if objective.aggregate == "sum":
        whole = target * max(share, 0.15) if base == 0 else base + (target - base) * share
        return max(0.0, whole / n * (1 + 3 * noise))
    if objective.aggregate == "mean":
        way = share * (0.55 + 0.9 * i / (n - 1)) + 2 * noise
    elif objective.aggregate in ("minimum", "maximum"):
        way = share + abs(noise) * 2
    else:
        way = share * (i + 1) / n + noise
    return base + (target - base) * way


def range_value(objective, share):
    low, high = map(float, objective.points)
    width = high - low
    if share >= 1:
        return rng.uniform(low + 0.1 * width, high - 0.1 * width)
    return high + width * (1 - share) * rng.uniform(0.3, 0.5)


def milestone_values(objective, share):
    """Done on time, done late, or not done."""
    due = datetime.date.fromisoformat(objective.points[0])
    before = due - datetime.timedelta(days=45)
    rows = [(before, 0)] if before >= FIRST else []
    if share >= 1:
        rows.append((due - datetime.timedelta(days=rng.randrange(1, 12)), 1))
    elif share > 0.6:
        rows += [(due, 0), (min(LAST, due + datetime.timedelta(days=rng.randrange(20, 50))), 1)]
    else:
        rows.append((due, 0))
    return rows


def bounded(objective, value):
    if objective.unit == "%":
        value = min(value, 100.0)
    if objective.unit in ("of 5", "stars"):
        value = min(value, 5.0)
    return max(value, -100.0 if objective.unit == "points" else 0.0)


def by_ledger(customers):
    """What the ledger says of the objectives that are counted in it, month by month of the cycle."""
    lost = [[c for c in customers if m and m - 1 in c.months and m not in c.months] for m in range(24)]
    new = [[c for c in customers if m == min(c.months)] for m in range(24)]
    back = [[c for c in customers if m in c.months and m - 1 not in c.months and m > min(c.months)] for m in range(24)]
    year = range(12, 24)
    return {"More customers in September 2026 than a year before": [sum(m in c.months for c in customers) for m in year],
            "Customers lost in twelve months": [sum(len(lost[k]) for k in range(m - 11, m + 1)) for m in year],
            "Customers won back": [len(back[m]) for m in year],
            "New customers": [len(new[m]) for m in year],
            "New household customers": [sum(c.segment[m] == "Households" for c in new[m]) for m in year],
            "New business customers": [sum(c.segment[m] != "Households" for c in new[m]) for m in year],
            "Customers lost over a price increase": [sum(c.reason.get(m) == "Price increase" for c in lost[m]) for m in year]}


def check_in_rows(every, counted):
    not_measured = {o.id for o in every if o.leader.level == 4 and o.kind != "milestone"}
    not_measured = set(sorted(not_measured)[4::13])
    stale = set(sorted(o.id for o in every if o.cadence == "monthly" and o.leader.level > 2)[9::17])
    for objective in every:
        if objective.id in not_measured:
            continue
        name, share = course(objective)
        course_names[objective.id] = name
        if objective.kind == "milestone":
            pairs = milestone_values(objective, share)
        else:
            days = days_of(objective)
            n = len(days)
            values = [range_value(objective, share) if objective.kind == "range" else number_value(objective, i, n, share) for i in range(n)]
            values = counted.get(objective.title, values)
            pairs = list(zip(days, values))
            if objective.title in counted:
                pass
            elif objective.id in stale:
                pairs = pairs[:7]
            elif objective.leader.level > 1 and rng.random() < 0.4:   # the last one is still to come: the forecast shows
                pairs = pairs[:-1]
        for day, value in pairs:
            yield check_in(objective, day, value, name)


def check_in(objective, day, value, name):
    notes = [note for note in NOTES[name] if "April" not in note or day > datetime.date(2026, 4, 15)]
    sure = {"ahead": 9, "on": 7, "behind": 5, "off": 4, "wrong way": 2}[name]
    talks = rng.random()
    value = value if objective.kind == "milestone" else objective.text(bounded(objective, value))
    return [objective.id, day.isoformat(), value, max(1, min(10, sure + rng.randrange(-1, 2))) if talks < 0.7 else "",
            rng.choice(notes) if talks < 0.25 else "", rng.choice(NEXT[name]) if talks < 0.15 else "",
            rng.choice(EVIDENCE) if talks < 0.2 else ""]


# --- reviews ---------------------------------------------------------------------------------------------------------------

# The cycle stands in assess. Who has come how far; who is not named has agreed objectives, where the gate lets them through.
DRAFTING = ["L035"]
EXCUSED = {"L022": "Left on 30 June; the team of brokers reports to the head of partnerships since."}
LATE = ["L009", "L017", "L026", "L031", "L033", "L044", "L047", "L056"]      # have not rated themselves yet
ASSESSED = ["L001", "L002", "L013", "L023", "L003", "L007", "L004", "L006", "L014", "L016", "L024", "L025", "L027", "L029", "L030"]
OBSERVERS = {"L003": ["L007", "L010", "L004", "L006"], "L014": ["L015", "L016", "L017"]}
SILENT = ["L006"]                                                            # was asked to observe, and has not answered
BOASTERS, MODEST = ["L003", "L013", "L029"], ["L007", "L024"]
say = random.Random("What they say of themselves and of others")

SELF = {5: ["More than we agreed, and customers have said so.", "Ahead since spring; I would set it higher next time.", "Done early and held."],
        4: ["As agreed and a little more.", "On the line all year, with room to spare at the end.", "Done; two of my teams carried it."],
        3: ["As agreed.", "On plan in the end, after a slow start.", "We got there; the last quarter was hard work."],
        2: ["Short of it. I began too late with the training.", "Behind: two vacancies that I should have filled sooner.",
            "Most of the way, but not where we said we would be."],
        1: ["We lost ground. I underestimated the competitor's offer.", "Not reached, and I have no good excuse.",
            "It went the wrong way; I have written down what we change."]}
MANAGER = {5: ["Outstanding, and visible to customers.", "The best result of my team."], 4: ["Better than agreed.", "Strong, and steady."],
           3: ["As agreed.", "Right, though the start was slow.", ""], 2: ["Short of what we agreed.", "The plan was there, the doing came late."],
           1: ["Not reached.", "We talked about this in March, and too little followed."]}


def rate(leader, objective, lean):
    base = {"ahead": 5, "on": 3, "behind": 2, "off": 2, "wrong way": 1}[course_names.get(objective.id, "on")]
    return max(1, min(5, base + lean + say.choice([0, 0, 0, 1])))


course_names = {}


def rating_rows(objectives):
    by_leader = {}
    for objective in objectives:
        by_leader.setdefault(objective.leader.id, []).append(objective)
    for leader, own in by_leader.items():
        if leader in LATE or leader in DRAFTING or leader in EXCUSED:
            continue
        lean = 1 if leader in BOASTERS else -1 if leader in MODEST else 0
        for objective in own:
            rating = rate(leader, objective, lean)
            yield [objective.id, "self", leader, rating, say.choice(SELF[rating])]
        for objective in own if leader in ASSESSED else []:
            rating = rate(leader, objective, 0)
            yield [objective.id, "manager", "", rating, say.choice(MANAGER[rating])]
        for observer in OBSERVERS.get(leader, []):
            for objective in own if observer not in SILENT else []:
                yield [objective.id, "observer", observer, rate(leader, objective, 0), ""]


def review_rows():
    for leader in DRAFTING:
        yield [leader, "drafting", "", ""]
    for leader, why in EXCUSED.items():
        yield [leader, "excused", why, ""]
    for leader in ASSESSED:
        yield [leader, "assessed", "", " ".join(OBSERVERS.get(leader, []))]


# --- customers -------------------------------------------------------------------------------------------------------------

# 24 months; month 12 is October 2025, the first of the cycle. 3,000 customers: some are there from the start, some come in the year
# before, some in the cycle. The ledger opens a month earlier, with those who are there from the start, so that the year before has an
# opening of its own and claims can be held against it.
N, N_START, N_BEFORE, N_CYCLE = 3000, 2300, 325, 375
LOST_BEFORE, LOST_CYCLE, BACK_CYCLE, BRIEF = 304, 538, 50, 13
SEGMENTS = [("Households", 62), ("Small business", 25), ("Corporate", 8), ("Public sector", 5)]
MONTHS = [f"{2024 + (9 + i) // 12}-{(9 + i) % 12 + 1:02d}" for i in range(24)]
OPENING = "2024-09"
# Share of the year's losses by month: the price war of April to June 2026, the cycle's third quarter.
LOSING = [5, 5, 7, 9, 6, 6, 14, 17, 13, 7, 6, 5]
REASONS = [("Better offer from a competitor", 41), ("Price increase", 15), ("Moved away", 13), ("Trouble with bills", 9),
           ("Waited too long for help", 7), ("Business closed", 6), ("Outages", 3), ("", 6)]
WAR_REASONS = [("Better offer from a competitor", 66), ("Price increase", 12), ("Moved away", 7), ("Trouble with bills", 5),
               ("Waited too long for help", 3), ("Business closed", 2), ("Outages", 1), ("", 4)]


def pick(weighted):
    return rng.choices([name for name, _ in weighted], [weight for _, weight in weighted])[0]


def first_value(segment):
    low, high, step = {"Households": (42, 148, 1), "Small business": (140, 690, 5), "Corporate": (2200, 14000, 50),
                       "Public sector": (1400, 8800, 50)}[segment]
    return rng.randrange(low, high, step) + (0.9 if segment == "Households" else 0)


class Customer:
    def __init__(self, number, first):
        self.id = f"C{number:04d}"
        self.months = set(range(first, 24))
        self.segment = {first: pick(SEGMENTS)}      # from which month on
        self.value = {first: first_value(self.segment[first])}
        self.reason = {}

    def at(self, history, month):
        return history[max(m for m in history if m <= month)]

    def leave(self, month, reason):
        self.months -= set(range(month, 24))
        self.reason[month] = reason

    def change(self, month):
        value, segment = self.at(self.value, month), self.at(self.segment, month)
        factor = rng.choice([0.8, 0.88, 0.95, 1.04, 1.08, 1.15])
        self.value[month] = round(value * factor) + (0.9 if segment == "Households" else 0)

    def move(self, month):
        to = {"Households": "Small business", "Small business": rng.choice(["Households", "Corporate", "Corporate"]),
              "Corporate": "Small business", "Public sector": "Corporate"}[self.at(self.segment, month)]
        self.segment[month], self.value[month] = to, first_value(to)


def make_customers():
    customers = [Customer(i + 1, 0) for i in range(N_START)]
    customers += [Customer(N_START + i + 1, rng.randrange(1, 12)) for i in range(N_BEFORE)]
    cycle = [Customer(N_START + N_BEFORE + i + 1, rng.choices(range(12, 24), [9, 9, 8, 10, 9, 9, 6, 6, 7, 9, 9, 9])[0]) for i in range(N_CYCLE)]
    for customer in customers:
        if rng.random() < 0.5:
            customer.change(rng.randrange(min(customer.months) + 1, 24))
        if rng.random() < 0.55 and min(customer.months) < 15:
            # January 2026: new tariffs for many
            month, value = 15, customer.at(customer.value, 15)
            customer.value[month] = round(value * 1.03) + (0.9 if customer.at(customer.segment, 15) == "Households" else 0)
    for customer in rng.sample(customers[:N_START], 46):
        customer.move(rng.randrange(8, 22))

    old = customers[:N_START]
    gone_before = rng.sample(old, LOST_BEFORE)
    for customer in gone_before:
        customer.leave(rng.randrange(2, 12), pick(REASONS))
    for customer in rng.sample(gone_before, BACK_CYCLE):     # and back again in the cycle
        month = rng.randrange(13, 24)
        customer.months |= set(range(month, 24))
        customer.value[month] = customer.at(customer.value, month)
    here = [c for c in customers if 11 in c.months]
    corporate = [c for c in here if c.at(c.segment, 11) == "Corporate"]
    lost = rng.sample(corporate, 48) + rng.sample([c for c in here if c not in corporate], LOST_CYCLE - 48)
    for customer in lost:
        month = 12 + rng.choices(range(12), LOSING)[0]
        customer.leave(month, pick(WAR_REASONS if 18 <= month <= 20 else REASONS))
    for customer in rng.sample([c for c in cycle if min(c.months) < 16], BRIEF):   # came and went within the cycle
        customer.leave(min(customer.months) + rng.randrange(3, 7), pick(WAR_REASONS))
    return customers + cycle


def customer_rows(customers):
    """By month. The segment is said when it is new or has changed; a lost customer gets one row of 0 with the reason."""
    said = {}
    for month, period in [(0, OPENING), *enumerate(MONTHS)]:
        for customer in customers:
            if month in customer.months:
                segment = customer.at(customer.segment, month)
                value = f"{customer.at(customer.value, month):.2f}".removesuffix("0").removesuffix(".0")
                yield [customer.id, period, value, segment if said.get(customer.id) != segment else "", ""]
                said[customer.id] = segment
            elif month in customer.reason:
                yield [customer.id, period, 0, "", customer.reason[month]]


def main():
    leaders = make_leaders()
    write("leaders.csv", ["id", "name", "title", "unit", "email", "manager", "incentive_target", "from", "to"], leader_rows(leaders))
    customers = make_customers()
    write("customers.csv", ["customer", "period", "value", "segment", "lost_reason"], customer_rows(customers))
    objectives = make_objectives(leaders)
    write("objectives.csv", OBJECTIVE_FIELDS, (objective.row() for objective in objectives))
    write("check-ins.csv", ["objective", "date", "value", "confidence", "note", "next", "evidence"], check_in_rows(objectives, by_ledger(customers)))

    write("reviews.csv", ["leader", "state", "why", "observers"], review_rows())
    write("ratings.csv", ["objective", "role", "rater", "rating", "comment"], rating_rows(objectives))

    opening, closing = (sum(month in c.months for c in customers) for month in (11, 23))
    gained = sum(23 in c.months and 11 not in c.months for c in customers)
    lost = sum(11 in c.months and 23 not in c.months for c in customers)
    worth = [sum(c.at(c.value, m) for c in customers if m in c.months) for m in (11, 23)]
    print(f"{len(leaders)} leaders, {len(objectives)} objectives, {len(customers)} customers; "
          f"{opening} + {gained} gained - {lost} lost = {closing}; {worth[0]:.0f} to {worth[1]:.0f} a month")


if __name__ == "__main__":
    main()
