using Orleans.Concurrency;

namespace FlashSale.GrainInterfaces;

/// <summary>
/// The platform's file on a seller, by the seller's id: complaints, cases, and what follows for the seller's
/// stores (rules TRU-3, TRU-5 to TRU-8).
/// </summary>
/// <remarks>
/// What a verdict makes happen outside the file is saved with the verdict, as a list of acts, and carried out
/// one by one: a crash in between leaves the rest, which is due at once.
/// </remarks>
[Alias("flashsale.case-grain")]
public interface ICaseGrain : ICommandGrain
{
    /// <summary>Notes a complaint that a buyer's grain has checked, once.</summary>
    [Alias("complain")]
    Task Complain(Complaint complaint);

    /// <summary>Opens a case by an alert of the watch, once: alerts come in their order.</summary>
    /// <returns>Whether it opened one; of a repeat the same (rule TRU-13).</returns>
    [Alias("alert")]
    Task<bool> Alert(WatchAlert alert);

    /// <summary>The file; null if there is none.</summary>
    [Alias("find")]
    Task<CaseFileView?> Find();

    /// <summary>Whether the seller may sell no more (rule TRU-7).</summary>
    [Alias("is-barred"), AlwaysInterleave]
    Task<bool> IsBarred();

    /// <summary>Whether a penalty keeps a store from promotions now (rule TRU-6).</summary>
    [Alias("is-banned"), AlwaysInterleave]
    Task<bool> IsBanned(StoreId store);

    /// <summary>Lets what is due happen, and finishes what a crash has left.</summary>
    [Alias("wake")]
    Task Wake();
}
