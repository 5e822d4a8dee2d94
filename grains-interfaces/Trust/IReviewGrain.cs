namespace FlashSale.GrainInterfaces;

/// <summary>The platform's reviewers of appeals, and their day; there is one, 0 (rule TRU-8).</summary>
[Alias("flashsale.review-grain")]
public interface IReviewGrain : IGrainWithIntegerKey
{
    /// <summary>A reviewer takes an appeal, if one has time today; once for each appeal and day.</summary>
    [Alias("take")]
    Task<bool> Take(CaseId appeal);
}
