namespace FlashSale.Simulator;

/// <summary>
/// What draws are for: a number of its own for every purpose, so that no two share a stream.
/// </summary>
/// <remarks>
/// Part of every result: renumbering changes all runs. Keyed by buyer or store where it says so, else by the
/// id of the checkout, order or listing.
/// </remarks>
internal static class Streams
{
    /// <summary>By buyer: region, channel, number of checkouts.</summary>
    public const ushort Buyer = 1;

    /// <summary>By checkout: why and when the buyer comes.</summary>
    public const ushort Visit = 2;

    /// <summary>By checkout: what is in the cart.</summary>
    public const ushort Basket = 3;

    /// <summary>By checkout: how refusals are answered.</summary>
    public const ushort Trying = 4;

    /// <summary>By checkout: whether and when it is paid.</summary>
    public const ushort Paying = 5;

    /// <summary>By order: the parcel's way.</summary>
    public const ushort Parcel = 6;

    /// <summary>By order: what the buyer does with what arrived.</summary>
    public const ushort Aftermath = 7;

    /// <summary>By order: whether and when the buyer rates.</summary>
    public const ushort Rating = 8;

    /// <summary>By listing: price, store, festival price.</summary>
    public const ushort Listing = 9;

    /// <summary>By store: its market.</summary>
    public const ushort Store = 10;

    /// <summary>By payment: whether the channel fails, by try.</summary>
    public const ushort Payment = 11;

    /// <summary>By order: whether the buyer changes the mind before shipping.</summary>
    public const ushort Regret = 12;

    /// <summary>By order: whether the store argues, and for how long.</summary>
    public const ushort Dispute = 13;

    /// <summary>By order: who wins the dispute.</summary>
    public const ushort Verdict = 14;

    /// <summary>By order: the stars.</summary>
    public const ushort Stars = 15;

    /// <summary>By store: its seller, if the seller has several.</summary>
    public const ushort Owner = 16;

    /// <summary>By order: how long the buyer waits for a parcel.</summary>
    public const ushort Claim = 17;

    /// <summary>By checkout: which of its orders are made at other prices.</summary>
    public const ushort Price = 18;

    /// <summary>By store: whether it gives a coupon.</summary>
    public const ushort CouponGiven = 19;

    /// <summary>By owner of a season: the hidden type, how many stores, and how old they are.</summary>
    public const ushort SeasonOwner = 20;

    /// <summary>By store of a season: market, category, appeal.</summary>
    public const ushort SeasonStore = 21;

    /// <summary>By listing of a season: its price, its quality, when it is put up.</summary>
    public const ushort SeasonListing = 22;

    /// <summary>By store and day: whether it closes.</summary>
    public const ushort SeasonExit = 23;

    /// <summary>By buyer of a season: how often the buyer comes.</summary>
    public const ushort SeasonBuyer = 24;

    /// <summary>By buyer and day: how often and when the buyer comes.</summary>
    public const ushort SeasonVisit = 25;

    /// <summary>By visit of a season: where the buyer looks and what is bought.</summary>
    public const ushort SeasonChoice = 26;

    /// <summary>By order of a season: how long its store takes.</summary>
    public const ushort SeasonHandling = 27;

    /// <summary>By store of a season and week: how its forecast errs; by store: its data product.</summary>
    public const ushort SeasonForecast = 28;

    /// <summary>By buyer of a season: taste.</summary>
    public const ushort SeasonTaste = 60;

    /// <summary>By segment of buyers: what its taste is.</summary>
    public const ushort SeasonSegment = 61;

    /// <summary>By visit of a season that searches: what is looked at and bought.</summary>
    public const ushort SeasonLook = 62;

    /// <summary>By visit of a sample: what a season's outside option is fitted to.</summary>
    public const ushort SeasonFit = 63;

    /// <summary>By store and festival: whether it discounts, and whether that is fake.</summary>
    public const ushort SeasonDiscount = 64;

    /// <summary>By listing and festival: how deep its price is cut.</summary>
    public const ushort SeasonCut = 65;

    /// <summary>By buyer of a season: how many follow.</summary>
    public const ushort SeasonFollowers = 66;

    /// <summary>By tie between buyers: who follows.</summary>
    public const ushort SeasonTie = 67;

    /// <summary>By tie between buyers: what it passes on.</summary>
    public const ushort SeasonTopic = 68;

    /// <summary>By rated order: whom its buyer tells.</summary>
    public const ushort SeasonTold = 69;

    /// <summary>By errand: what a buyer who was told looks at and buys.</summary>
    public const ushort SeasonErrand = 70;

    /// <summary>By burst: who comes when. By order of one: whether it goes back.</summary>
    public const ushort SeasonBurst = 71;

    /// <summary>By buyer of a season: the region where the buyer lives.</summary>
    public const ushort SeasonRegion = 29;

    /// <summary>By buyer and market of a season: whether the buyer who leaves it comes back.</summary>
    public const ushort SeasonLeave = 30;

    /// <summary>By order of a season: where its parcel stands that waits for the end of a storm.</summary>
    public const ushort SeasonStorm = 31;

    /// <summary>By store and day of a season: what it means to sell.</summary>
    public const ushort SeasonConduct = 40;

    /// <summary>By listing of a season: whether a careless seller has a fake there.</summary>
    public const ushort SeasonGoods = 41;

    /// <summary>By listing of a season and day: how goods that come on sale look.</summary>
    public const ushort SeasonFakeLook = 42;

    /// <summary>By owner of a season: the region.</summary>
    public const ushort SeasonOwnerRegion = 43;

    /// <summary>By store of a season: who makes its fakes.</summary>
    public const ushort SeasonMaker = 44;

    /// <summary>By maker and proof: when a raid comes; by maker and day: whether it succeeds.</summary>
    public const ushort SeasonRaid = 45;

    /// <summary>By store of a season and day: whether a closed professional leaves.</summary>
    public const ushort SeasonDisplaced = 46;

    /// <summary>By order of a season: whether a fake is noticed, and what its buyer does.</summary>
    public const ushort SeasonFake = 47;

    /// <summary>By buyer of a season: whether cheap fakes are welcome.</summary>
    public const ushort SeasonFakeTaste = 48;

    /// <summary>By order, or listing and day, of a season: whether an appraiser errs.</summary>
    public const ushort SeasonAppraisal = 49;

    /// <summary>By listing of a season: whether its seller has papers.</summary>
    public const ushort SeasonPapers = 50;

    /// <summary>By listing of a season and day: whether a clean-up hits it.</summary>
    public const ushort SeasonCleanUp = 51;

    /// <summary>By order of a season: whether it is drawn into the random sample.</summary>
    public const ushort SeasonSample = 52;

    /// <summary>By seller and case of a season: whether and when the seller appeals.</summary>
    public const ushort SeasonAppeal = 53;

    /// <summary>By seller and case of a season: how an appeal is decided.</summary>
    public const ushort SeasonAppealVote = 54;

    /// <summary>By listing of a season and day: whether a tired platform acts against it.</summary>
    public const ushort SeasonTired = 55;

    /// <summary>By owner of a season: chat group, and the grievance at which the seller protests.</summary>
    public const ushort SellerVoice = 80;

    /// <summary>By participant and day: what is done in a protest, when and to whom.</summary>
    public const ushort Protest = 81;

    /// <summary>By store and change of the rules: whether it is hit.</summary>
    public const ushort ChangeHit = 82;

    /// <summary>By day: what sellers chat about anyway.</summary>
    public const ushort Chat = 83;

    /// <summary>By store: whether and how it cheats in search.</summary>
    public const ushort SeasonFraud = 72;

    /// <summary>By store and day: whether it is found out that it cheats in search.</summary>
    public const ushort SeasonFound = 73;

    /// <summary>By order: whether goods go back because their pictures lied.</summary>
    public const ushort SeasonPictures = 74;

    /// <summary>By owner: whether it is asked for a certificate, what a store is worth to it.</summary>
    public const ushort SeasonEntrant = 90;

    /// <summary>By store and step: how an application for a certificate goes.</summary>
    public const ushort SeasonApplication = 91;

    /// <summary>By listing and text: what the classifier makes of it.</summary>
    public const ushort SeasonScore = 92;

    /// <summary>By listing and text: when a warned seller answers, and what.</summary>
    public const ushort SeasonScreened = 93;

    /// <summary>By listing and text: whether a reviewer is right.</summary>
    public const ushort SeasonListingReview = 94;

    /// <summary>By listing: its brand, and whether its goods are of a restricted kind.</summary>
    public const ushort SeasonBrand = 95;

    /// <summary>By listing and day: whether it gets another text.</summary>
    public const ushort SeasonTextChange = 96;
}
