namespace FlashSale.GrainInterfaces;

/// <summary>
/// The studies that are open, and the slots of all silos; there is one, 0. Silos look at it every second.
/// </summary>
[Alias("flashsale.study-board-grain")]
public interface IStudyBoardGrain : IGrainWithIntegerKey
{
    /// <summary>Puts a study on the board, unless there are too many.</summary>
    [Alias("put")]
    Task<PostResult> Put(string study);

    /// <summary>Takes a study off the board.</summary>
    [Alias("remove")]
    Task Remove(string study);

    /// <summary>Takes a silo's slots, and gives the studies that are open, the oldest first.</summary>
    [Alias("exchange")]
    Task<string[]> Exchange(SlotStanding slots);

    /// <summary>The studies that are open, and the slots of silos that have told theirs lately.</summary>
    [Alias("look")]
    Task<BoardStanding> Look();
}

/// <summary>The slots of a silo.</summary>
/// <param name="Silo">Its name.</param>
/// <param name="Slots">How many it has.</param>
/// <param name="Busy">How many of them run something.</param>
/// <param name="Code">The hash of its code.</param>
[GenerateSerializer, Immutable, Alias("flashsale.slot-standing")]
public sealed record SlotStanding(
    [property: Id(0)] string Silo, [property: Id(1)] int Slots, [property: Id(2)] int Busy,
    [property: Id(3)] string Code);

/// <summary>What stands on the board.</summary>
/// <param name="Studies">The ids of studies, the oldest first.</param>
/// <param name="Slots">The slots, by the names of silos.</param>
[GenerateSerializer, Immutable, Alias("flashsale.board-standing")]
public sealed record BoardStanding(
    [property: Id(0)] string[] Studies, [property: Id(1)] SlotStanding[] Slots);
