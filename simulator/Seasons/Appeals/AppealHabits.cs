namespace FlashSale.Simulator;

/// <summary>Who decides appeals in a season.</summary>
public enum AppealDecider
{
    /// <summary>Reviewers of the platform, one an appeal.</summary>
    Staff = 1,

    /// <summary>A jury of volunteers, by majority.</summary>
    Jury,
}

/// <summary>
/// Who appeals against a verdict, and how right the decisions are (rule TRU-8; MODELS M4). Deadlines, the
/// reviewers of a day and the size of a jury are numbers of the policy. All numbers are assumed unless they
/// say otherwise.
/// </summary>
public sealed record AppealHabits
{
    /// <summary>How likely an appeal is at a loss of 1,000 yuan, as a logit.</summary>
    public double Base { get; init; } = -1.5;

    /// <summary>For each time that the loss is e times as large.</summary>
    public double LossWeight { get; init; } = 0.8;

    /// <summary>If the seller had no fake.</summary>
    public double InnocentWeight { get; init; } = 1.2;

    /// <summary>Days from the verdict to the appeal, at least.</summary>
    public int FilesFromDays { get; init; } = 1;

    /// <summary>Days from the verdict to the appeal, at most.</summary>
    public int FilesToDays { get; init; } = 5;

    /// <summary>The share of sellers without a fake who have papers to show.</summary>
    public double PapersShare { get; init; } = 0.8;

    /// <summary>The share of sellers with one whose papers are forged well.</summary>
    public double ForgesShare { get; init; } = 0.1;

    /// <summary>Who decides.</summary>
    public AppealDecider Decider { get; init; } = AppealDecider.Staff;

    /// <summary>Days that staff takes after the talk, at least (L15: 3 to 5).</summary>
    public int StaffFromDays { get; init; } = 3;

    /// <summary>Days that staff takes after the talk, at most.</summary>
    public int StaffToDays { get; init; } = 5;

    /// <summary>Days that a jury takes after the talk (L15).</summary>
    public int JuryDays { get; init; } = 2;

    /// <summary>How often a reviewer with evidence is right.</summary>
    public double Accuracy { get; init; } = 0.95;

    /// <summary>How often a reviewer without is right.</summary>
    public double BlindAccuracy { get; init; } = 0.75;

    /// <summary>How often a juror with evidence is right.</summary>
    public double JurorAccuracy { get; init; } = 0.65;

    /// <summary>How often a juror without is right.</summary>
    public double JurorBlindAccuracy { get; init; } = 0.55;

    /// <summary>The share of jurors who are sellers.</summary>
    public double SellerJurors { get; init; } = 0.5;

    /// <summary>How much likelier those are for the seller (L15).</summary>
    public double SellerBias { get; init; } = 0.10;

    /// <summary>The share of that which experience takes away (L15).</summary>
    public double BiasUnlearned { get; init; } = 0.95;

    /// <summary>Cases after which jurors have that experience.</summary>
    public int ExperienceCases { get; init; } = 100;

    /// <summary>What a reviewer's decision costs, in yuan; a jury's costs nothing.</summary>
    public double ReviewYuan { get; init; } = 50;

    internal static AppealHabits Read(Block block)
    {
        const int daysMax = 365;
        var usual = new AppealHabits();
        var weight = new NumberRange(-20, 20);
        var appeals = new AppealHabits
        {
            Base = block.Number("base", usual.Base, weight),
            LossWeight = block.Number("lossWeight", usual.LossWeight, weight),
            InnocentWeight = block.Number("innocentWeight", usual.InnocentWeight, weight),
            FilesFromDays = (int)block.Count("filesFromDays", usual.FilesFromDays, 0, daysMax),
            FilesToDays = (int)block.Count("filesToDays", usual.FilesToDays, 0, daysMax),
            PapersShare = block.Share("papersShare", usual.PapersShare),
            ForgesShare = block.Share("forgesShare", usual.ForgesShare),
            Decider = block.Choice<AppealDecider>("decider", usual.Decider),
            StaffFromDays = (int)block.Count("staffFromDays", usual.StaffFromDays, 0, daysMax),
            StaffToDays = (int)block.Count("staffToDays", usual.StaffToDays, 0, daysMax),
            JuryDays = (int)block.Count("juryDays", usual.JuryDays, 0, daysMax),
            Accuracy = block.Share("accuracy", usual.Accuracy),
            BlindAccuracy = block.Share("blindAccuracy", usual.BlindAccuracy),
            JurorAccuracy = block.Share("jurorAccuracy", usual.JurorAccuracy),
            JurorBlindAccuracy = block.Share("jurorBlindAccuracy", usual.JurorBlindAccuracy),
            SellerJurors = block.Share("sellerJurors", usual.SellerJurors),
            SellerBias = block.Share("sellerBias", usual.SellerBias),
            BiasUnlearned = block.Share("biasUnlearned", usual.BiasUnlearned),
            ExperienceCases = (int)block.Count("experienceCases", usual.ExperienceCases, 1, 1_000_000),
            ReviewYuan = block.Number("reviewYuan", usual.ReviewYuan, new(0, 1_000_000)),
        };
        if (appeals.FilesToDays < appeals.FilesFromDays || appeals.StaffToDays < appeals.StaffFromDays)
        {
            block.RefuseWhole("ends before it begins", "«…ToDays» not below «…FromDays»");
        }

        return appeals;
    }
}
