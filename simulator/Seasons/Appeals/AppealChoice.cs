namespace FlashSale.Simulator;

/// <summary>Whether a seller appeals, and with what (rule TRU-8; MODELS M4).</summary>
internal static class AppealChoice
{
    /// <summary>The chance of an appeal: 1/(1 + exp(−(base + w·ln(loss/1,000 yuan) + innocent))).</summary>
    public static double ChanceOf(double lossYuan, bool isInnocent, AppealHabits habits)
    {
        const double scale = 1_000;
        const double lossMin = 1; // who loses nothing hardly appeals
        var logit = habits.Base
            + (habits.LossWeight * ExactMath.Ln(Math.Max(lossMin, lossYuan) / scale))
            + (isInnocent ? habits.InnocentWeight : 0);
        return 1 / (1 + ExactMath.Exp(-logit));
    }

    /// <summary>The evidence of an appeal, in 1/10,000: papers, forged ones, or none that count.</summary>
    public static int EvidenceOf(bool isInnocent, double chance, AppealHabits habits)
    {
        const int papers = 7_000;
        const int words = 2_000;
        return chance < (isInnocent ? habits.PapersShare : habits.ForgesShare) ? papers : words;
    }
}
