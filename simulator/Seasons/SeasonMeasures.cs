namespace FlashSale.Simulator;

/// <summary>
/// The measures of a season, each declared once: day.csv and week.csv have a column for each in this order,
/// and docs/reference/season.md a row. A model that joins the season adds its own at the end; they are
/// written where it is on.
/// </summary>
public static class SeasonMeasures
{
    private static readonly List<SeasonMeasure> Declared = [];

#pragma warning disable CS1591 // The declaration says what it is.
    public static readonly SeasonMeasure Visits = Of("visits", "visits", "of buyers who looked");
    public static readonly SeasonMeasure Placed = Of("orders_placed", "orders", "placed");
    public static readonly SeasonMeasure Repeated =
        Of("orders_repeated", "orders", "of those, at a store that the buyer remembered");
    public static readonly SeasonMeasure SoldOut =
        Of("sold_out", "refusals", "of buyers because nothing was left");
    public static readonly SeasonMeasure Paid = Of("orders_paid", "orders", "paid");
    public static readonly SeasonMeasure Gmv = Of("gmv_yuan", "yuan", "paid");
    public static readonly SeasonMeasure LatePayments =
        Of("late_payments", "payments", "that came when the order was closed, and went back");
    public static readonly SeasonMeasure Closed = Of("orders_closed", "orders", "closed without goods");
    public static readonly SeasonMeasure Shipped = Of("shipped", "parcels", "handed to a courier");
    public static readonly SeasonMeasure LateParcels =
        Of("late_parcels", "parcels", "of those, later than promised (LOG-1)");
    public static readonly SeasonMeasure Delivered = Of("delivered", "parcels", "signed for");
    public static readonly SeasonMeasure Confirmed = Of("confirmed", "orders", "receipt confirmed");
    public static readonly SeasonMeasure ConfirmedByItself =
        Of("confirmed_by_itself", "orders", "of those, after the days of ORD-2");
    public static readonly SeasonMeasure Rated = Of("rated", "orders", "rated by their buyers");
    public static readonly SeasonMeasure Refunds = Of("refunds", "refunds", "made");
    public static readonly SeasonMeasure Refunded = Of("refunded_yuan", "yuan", "given back");
    public static readonly SeasonMeasure Restocked =
        Of("restocked", "units", "that stores put up for sale again");
    public static readonly SeasonMeasure Openings = Of("openings", "stores", "opened");
    public static readonly SeasonMeasure Exits = Of("exits", "stores", "closed for ever");
    public static readonly SeasonMeasure Commission =
        Of("commission_yuan", "yuan", "that brand stores paid (STO-5), less what went back");
    public static readonly SeasonMeasure Stores =
        Of("stores", "stores", "open at the end of the day", isLevel: true);
    public static readonly SeasonMeasure Alive =
        Of("orders_alive", "orders", "on their way at the end of the day", isLevel: true);
    public static readonly SeasonMeasure Escrow =
        Of("escrow_yuan", "yuan", "held by the guarantor at the end of the day", isLevel: true);
    public static readonly SeasonMeasure Profit = OfAccounts("profit_yuan", "yuan",
        "what stores earned in the week before, on its Monday; below 0 they lost (GRW-3)");
    public static readonly SeasonMeasure WrittenOff = OfAccounts("written_off_yuan", "yuan",
        "of goods that nobody wanted, on Mondays; below 0 where some were sold after all");
    public static readonly SeasonMeasure Promotion =
        OfAccounts("promotion_yuan", "yuan", "that stores spent on promotion (STO-5), on Mondays");
    public static readonly SeasonMeasure AnnualFees = OfAccounts("annual_fees_yuan", "yuan",
        "of the annual fee that fell on the week before, less what came back of it (STO-5), on Mondays");
    public static readonly SeasonMeasure FeesBack =
        OfAccounts("fees_back_yuan", "yuan", "of the annual fee that came back at the end of the year");
    public static readonly SeasonMeasure Unpaid =
        OfAccounts("unpaid_yuan", "yuan", "that stores owed the platform when they closed");
    public static readonly SeasonMeasure ExitsByChance =
        OfAccounts("exits_by_chance", "stores", "closed for reasons of their own");
    public static readonly SeasonMeasure ExitsForProfit =
        OfAccounts("exits_for_profit", "stores", "closed because they earned too little for too long");
    public static readonly SeasonMeasure ExitsForCash =
        OfAccounts("exits_for_cash", "stores", "closed because there was no money left");
    public static readonly SeasonMeasure ListingsAdded =
        OfAccounts("listings_added", "listings", "that stores put on sale because they could");
    public static readonly SeasonMeasure PriceLevel = OfAccounts("price_level", "1/10,000",
        "mean level of price of open stores, against that of a season without accounts", isLevel: true);
    public static readonly SeasonMeasure InDebt = OfAccounts("stores_in_debt", "stores",
        "whose sellers owed more than there was when the week began", isLevel: true);
    public static readonly SeasonMeasure PageViews = Of(
        "page_views", "views", "of listings' pages, by buyers who search or know the store",
        model: SeasonModel.Choice);
    public static readonly SeasonMeasure RecommendedViews = Of(
        "recommended_views", "views", "of those, of what suits a taste and was not searched for",
        model: SeasonModel.Choice);
    public static readonly SeasonMeasure Carts =
        Of("carts", "listings", "put into carts", model: SeasonModel.Choice);
    public static readonly SeasonMeasure Surplus = Of(
        "surplus_yuan", "yuan", "that what they found was worth to buyers above its price",
        model: SeasonModel.Choice);
    public static readonly SeasonMeasure FraudViews = Of(
        "fraud_views", "views", "of listings of stores that cheat in search: truth",
        model: SeasonModel.Choice);
    public static readonly SeasonMeasure FraudsFound = Of(
        "frauds_found", "stores", "found out to cheat in search", model: SeasonModel.Choice);
    public static readonly SeasonMeasure VisitsMoved = Of(
        "visits_moved", "visits", "that a festival near by takes from the day, expected",
        model: SeasonModel.Demand);
    public static readonly SeasonMeasure Discounts = Of(
        "discounts", "listings", "cheaper on a festival than in the 30 days before",
        model: SeasonModel.Demand);
    public static readonly SeasonMeasure FakeDiscounts = Of(
        "fake_discounts", "listings", "cut on a festival, and no cheaper than in the 30 days before",
        model: SeasonModel.Demand);
    public static readonly SeasonMeasure BurstVisits = Of(
        "burst_visits", "visits", "of buyers who came for a burst", model: SeasonModel.Demand);
    public static readonly SeasonMeasure Referrals = Of(
        "referrals", "buyers", "who will come because another told them", model: SeasonModel.Demand);
    public static readonly SeasonMeasure ReferredOrders = Of(
        "referred_orders", "orders", "placed by buyers who came because another told them",
        model: SeasonModel.Demand);
    public static readonly SeasonMeasure Warnings = Of(
        "warnings", "buyers", "who keep away from a store because another told them",
        model: SeasonModel.Demand);
    public static readonly SeasonMeasure BuyersThousand = Of(
        "buyers_thousand", "thousand buyers", "for whom those of the season stand, at the day's beginning",
        isLevel: true, model: SeasonModel.Demand);
    public static readonly SeasonMeasure TrustConsumer = OfTrust("trust_consumer", "1/10,000",
        "mean trust of buyers in the consumer market when the week began (DEM-9): truth", isLevel: true);
    public static readonly SeasonMeasure TrustBrand =
        OfTrust("trust_brand", "1/10,000", "and in the brand market", isLevel: true);
    public static readonly SeasonMeasure Mood =
        OfTrust("mood", "1/10,000", "mean mood of regions: truth", isLevel: true);
    public static readonly SeasonMeasure BuyersAway = OfTrust("buyers_away", "buyers",
        "away from a market when the day began", isLevel: true);
    public static readonly SeasonMeasure BuyersLeft = OfTrust("buyers_left", "buyers", "who left a market");
    public static readonly SeasonMeasure BuyersBack =
        OfTrust("buyers_back", "buyers", "who came back to a market");
    public static readonly SeasonMeasure VisitsLost = OfTrust("visits_lost", "visits",
        "that were not for want of trust or mood, on average");
    public static readonly SeasonMeasure LateOrders = OfTrust("late_orders", "orders",
        "whose parcel came later than promised, or was not there when the order ended");
    public static readonly SeasonMeasure RefundsRefused =
        OfTrust("refunds_refused", "orders", "whose buyer lost a dispute");
    public static readonly SeasonMeasure TakenForFakes =
        OfTrust("taken_for_fakes", "orders", "whose buyer took the goods for a fake");
    public static readonly SeasonMeasure GoodOrders = OfTrust("good_orders", "orders", "that ended well");
    public static readonly SeasonMeasure NotForSale =
        Fakes("not_for_sale", "refusals", "of buyers because goods or store were taken down that day");
    public static readonly SeasonMeasure FakeOrders = Fakes("fake_orders", "orders", "paid for fakes: truth");
    public static readonly SeasonMeasure FakeGmv = Fakes("fake_gmv_yuan", "yuan", "paid for fakes: truth");
    public static readonly SeasonMeasure FakesNoticed =
        Fakes("fakes_noticed", "orders", "whose buyer noticed a fake");
    public static readonly SeasonMeasure Complaints =
        Fakes("complaints", "complaints", "of fakes, the mistaken ones too (TRU-3)");
    public static readonly SeasonMeasure CasesOpened =
        Fakes("cases_opened", "cases", "opened by the platform, not by complaints");
    public static readonly SeasonMeasure Removed =
        Fakes("removed", "listings", "taken down for their risk, before a verdict (TRU-2)");
    public static readonly SeasonMeasure RemovedUnsold =
        Fakes("removed_unsold", "listings", "of those, before the first sale");
    public static readonly SeasonMeasure RemovedForComplaints =
        Fakes("removed_for_complaints", "listings", "taken down for complaints, by a verdict (TRU-3)");
    public static readonly SeasonMeasure CleanedUp =
        Fakes("cleaned_up", "listings", "that a clean-up took for fakes");
    public static readonly SeasonMeasure TestPurchases =
        Fakes("test_purchases", "orders", "of the platform, for an appraiser (TRU-3)");
    public static readonly SeasonMeasure TestsFoundFake =
        Fakes("tests_found_fake", "orders", "of those, found to be fakes");
    public static readonly SeasonMeasure Penalties = Fakes("penalties", "verdicts", "of guilty (TRU-5)");
    public static readonly SeasonMeasure WrongPenalties =
        Fakes("penalties_wrong", "verdicts", "of those, of listings or stores without a fake: truth");
    public static readonly SeasonMeasure Cleared = Fakes("cleared", "verdicts", "of not guilty");
    public static readonly SeasonMeasure ClosedForFakes =
        Fakes("closed_for_fakes", "stores", "of the exits, closed by the platform");
    public static readonly SeasonMeasure WrongClosures =
        Fakes("closed_wrong", "stores", "of those, without a fake that day: truth");
    public static readonly SeasonMeasure Reopened =
        Fakes("reopened", "stores", "that had been closed by the platform");
    public static readonly SeasonMeasure WrongDaysOff =
        Fakes("wrong_days_off", "store-days", "of stores without a fake, hidden or suspended: truth");
    public static readonly SeasonMeasure Converted =
        Fakes("converted", "stores", "that had sold fakes and began a brand of their own (TRU-15)");
    public static readonly SeasonMeasure Displaced =
        Fakes("displaced", "sellers", "closed, who went to other channels (TRU-14)");
    public static readonly SeasonMeasure Leads = Fakes("leads", "leads", "to makers, filed (TRU-12)");
    public static readonly SeasonMeasure Raids = Fakes("raids", "makers", "arrested (TRU-12)");
    public static readonly SeasonMeasure Seized = Fakes("seized_yuan", "yuan", "of fakes, taken in raids");
    public static readonly SeasonMeasure Prevented = Fakes(
        "prevented", "orders", "that fakes would have had in four weeks after they were taken off: truth");
    public static readonly SeasonMeasure EnforcementCost =
        Fakes("enforcement_cost_yuan", "yuan", "of tests, reviews and rewards");
    public static readonly SeasonMeasure CasesOpen =
        Fakes("cases_open", "cases", "not decided in the morning", isLevel: true);
    public static readonly SeasonMeasure FakesOnSale =
        Fakes("fakes_on_sale", "listings", "with fakes: truth", isLevel: true);
    public static readonly SeasonMeasure StoresWithFakes =
        Fakes("stores_with_fakes", "stores", "that mean to sell fakes: truth", isLevel: true);
    public static readonly SeasonMeasure Frozen =
        Fakes("frozen_yuan", "yuan", "of earnings, frozen (ESC-4)", isLevel: true);
    public static readonly SeasonMeasure Hazard =
        Fakes("hazard_ppm", "ppm", "a week, of a closure, as those who choose think: truth", isLevel: true);
    public static readonly SeasonMeasure BreakEvenHazard =
        Fakes("break_even_ppm", "ppm", "a week, above which fakes pay less (GOV-4)", isLevel: true);
    public static readonly SeasonMeasure AppealsFiled = Appeals("appeals_filed", "appeals", "filed (TRU-8)");
    public static readonly SeasonMeasure AppealsMissed =
        Appeals("appeals_missed", "appeals", "that came after the deadline");
    public static readonly SeasonMeasure AppealsUpheld =
        Appeals("appeals_upheld", "appeals", "decided for the seller");
    public static readonly SeasonMeasure AppealsRejected =
        Appeals("appeals_rejected", "appeals", "decided against the seller");
    public static readonly SeasonMeasure AppealsExpired =
        Appeals("appeals_expired", "appeals", "that nobody decided in time");
    public static readonly SeasonMeasure InnocentRestored =
        Appeals("innocent_restored", "appeals", "upheld, of sellers without a fake: truth");
    public static readonly SeasonMeasure GuiltyLetOff =
        Appeals("guilty_let_off", "appeals", "upheld, of sellers with one: truth");
    public static readonly SeasonMeasure JurySwayed =
        Appeals("jury_swayed", "appeals", "whose decision jurors' leaning to sellers changed");
    public static readonly SeasonMeasure LostWaiting = Appeals(
        "lost_waiting_yuan", "yuan", "not sold before a decision, by sellers without a fake: truth");
    public static readonly SeasonMeasure AppealCost =
        Appeals("appeal_cost_yuan", "yuan", "spent on reviewers");
    public static readonly SeasonMeasure AppealsWaiting =
        Appeals("appeals_waiting", "appeals", "not decided in the morning", isLevel: true);
    public static readonly SeasonMeasure RuleSteps = Governed(
        "rule_steps", "steps", "of changes of the rules that took effect (GOV-1)");
    public static readonly SeasonMeasure ControlLevel = Governed(
        "control_level", "rules", "in force that can punish a seller", isLevel: true);
    public static readonly SeasonMeasure Aggrieved = Governed(
        "aggrieved", "sellers", "who hold a change or a penalty against the platform", isLevel: true);
    public static readonly SeasonMeasure Participants = Governed(
        "protest_participants", "people", "who protest, organisers without a store too", isLevel: true);
    public static readonly SeasonMeasure StoresAttacked = Governed(
        "stores_attacked", "stores", "whom they click at, order from or rate", isLevel: true);
    public static readonly SeasonMeasure ChatMessages = Governed(
        "chat_messages", "messages", "about the rules in sellers' chat groups");
    public static readonly SeasonMeasure ProtestAlerts = Governed(
        "protest_alerts", "alerts", "that a protest is coming or there (TRU-13)");
    public static readonly SeasonMeasure Petitions = Governed("petitions", "acts", "of signing and writing");
    public static readonly SeasonMeasure ProtestClicks = Governed(
        "protest_clicks", "clicks", "of protesters that large stores pay for");
    public static readonly SeasonMeasure ProtestClickCosts = Governed(
        "protest_clicks_yuan", "yuan", "that stores pay for these");
    public static readonly SeasonMeasure ProtestOrders = Governed(
        "protest_orders", "orders", "that protesters placed");
    public static readonly SeasonMeasure ProtestRefused = Governed(
        "protest_refused", "refusals", "of protesters' orders, by limits or for want of stock");
    public static readonly SeasonMeasure HoardedUnitHours = Governed(
        "hoarded_unit_hours", "unit-hours", "for which protesters' orders kept goods, when they ended");
    public static readonly SeasonMeasure ProtestRatings = Governed(
        "protest_ratings", "ratings", "by protesters, all poor");
    public static readonly SeasonMeasure ProtestLost = Governed(
        "protest_lost_yuan", "yuan", "that buyers did not spend because protesters held the goods");
    public static readonly SeasonMeasure Concessions = Governed(
        "concessions", "concessions", "of the platform to protesters");
    public static readonly SeasonMeasure Enforcement = Governed(
        "enforcement", "%", "of its usual strength, after protests less (GOV-5)", isLevel: true);
#pragma warning restore CS1591

    /// <summary>All, in the order of the columns.</summary>
    public static IReadOnlyList<SeasonMeasure> All { get; } =
        Numbered([.. Declared, .. CertificationMeasures.All, .. ScreeningMeasures.All]);

    /// <summary>Those of a season: of the models that are on.</summary>
    public static IReadOnlyList<SeasonMeasure> Of(SeasonScenario season) =>
        [.. All.Where(measure => season.IsOn(measure.Model))];

    private static List<SeasonMeasure> Numbered(List<SeasonMeasure> measures)
    {
        for (var at = 0; at < measures.Count; at++)
        {
            measures[at].Index = at;
        }

        return measures;
    }

    private static SeasonMeasure OfAccounts(
        string column, string unit, string meaning, bool isLevel = false) =>
        Of(column, unit, meaning, isLevel, SeasonModel.Accounts);

    private static SeasonMeasure OfTrust(
        string column, string unit, string meaning, bool isLevel = false) =>
        Of(column, unit, meaning, isLevel, SeasonModel.Trust);

    private static SeasonMeasure Fakes(string column, string unit, string meaning, bool isLevel = false) =>
        Of(column, unit, meaning, isLevel, SeasonModel.Counterfeits);

    private static SeasonMeasure Appeals(string column, string unit, string meaning, bool isLevel = false) =>
        Of(column, unit, meaning, isLevel, SeasonModel.Appeals);

    private static SeasonMeasure Governed(
        string column, string unit, string meaning, bool isLevel = false) =>
        Of(column, unit, meaning, isLevel, SeasonModel.Governance);

    private static SeasonMeasure Of(
        string column, string unit, string meaning, bool isLevel = false,
        SeasonModel model = SeasonModel.Base) =>
        SeasonMeasure.Declare(Declared, model, column, unit, meaning, isLevel);
}
