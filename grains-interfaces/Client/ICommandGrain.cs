namespace FlashSale.GrainInterfaces;

/// <summary>Carries out the commands whose subject it is.</summary>
[Alias("flashsale.command-grain")]
public interface ICommandGrain : IGrainWithIntegerKey
{
    /// <summary>Carries a command out.</summary>
    [Alias("do")]
    Task<Answer> Do(PackedCommand command);
}
