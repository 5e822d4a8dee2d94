namespace FlashSale.Simulator;

/// <summary>
/// What genuine goods, fakes and a brand of one's own promise a seller, in yuan a week (MODELS M3, GOV-4).
/// </summary>
/// <param name="habits">The numbers.</param>
internal readonly struct CheatingChoice(FakeSellerHabits habits)
{
    /// <summary>
    /// The chance of a closure in a week as a seller thinks: a Beta prior of one week with a closure to
    /// <see cref="FakeSellerHabits.PriorWeeks"/> without, then what was heard in the weeks that were watched.
    /// </summary>
    public double Hazard(int heard, int weeks) =>
        (1.0 + heard) / (1 + habits.PriorWeeks + Math.Max(weeks, heard));

    /// <summary>What a closure costs: deposit, money on its way, goods, profit to come.</summary>
    public double LossYuan(double salesYuan, double depositYuan, double goodsYuan) =>
        depositYuan + (habits.FrozenWeeks * salesYuan) + goodsYuan
            + (habits.HorizonWeeks * habits.FakeMargin * salesYuan);

    /// <summary>Genuine goods.</summary>
    public double GenuineYuan(double salesYuan, bool isRewarded) =>
        (habits.GenuineMargin + (isRewarded ? habits.RewardShare : 0)) * salesYuan;

    /// <summary>Fakes.</summary>
    public double FakeYuan(double salesYuan, double hazard, double lossYuan) =>
        (habits.FakeMargin * salesYuan) - (hazard * lossYuan);

    /// <summary>A brand of one's own that has existed for some weeks: the mean of the weeks ahead.</summary>
    public double BrandYuan(double salesYuan, int weeks)
    {
        var start = Math.Clamp(habits.BrandStartWeeks - weeks, 0, habits.HorizonWeeks);
        var known = habits.HorizonWeeks - start;
        return ((start * habits.BrandStartMargin) + (known * habits.BrandMargin)) / habits.HorizonWeeks
            * salesYuan;
    }

    /// <summary>The hazard above which fakes pay less than genuine goods.</summary>
    public double BreakEvenHazard(double salesYuan, double lossYuan) =>
        lossYuan <= 0 ? 1 : (habits.FakeMargin - habits.GenuineMargin) * salesYuan / lossYuan;

    /// <summary>What is chosen by a uniform chance: the logit of the three.</summary>
    /// <param name="genuine">What genuine goods promise.</param>
    /// <param name="fake">What fakes promise; minus infinity if there are none to be had.</param>
    /// <param name="brand">What a brand of one's own promises.</param>
    /// <param name="salesYuan">Sales a week, by which the temperature is measured.</param>
    /// <param name="chance">From 0 to 1.</param>
    public StorePlan Choose(double genuine, double fake, double brand, double salesYuan, double chance)
    {
        var temperature = Math.Max(1e-9, habits.Temperature * salesYuan);
        var best = Math.Max(genuine, Math.Max(fake, brand));
        var (ofGenuine, ofFake, ofBrand) = (
            ExactMath.Exp((genuine - best) / temperature), ExactMath.Exp((fake - best) / temperature),
            ExactMath.Exp((brand - best) / temperature));
        var at = chance * (ofGenuine + ofFake + ofBrand);
        return at < ofGenuine ? StorePlan.Genuine : at < ofGenuine + ofFake ? StorePlan.Fakes
            : StorePlan.OwnBrand;
    }
}
