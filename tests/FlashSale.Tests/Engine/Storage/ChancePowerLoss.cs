using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>
/// A power loss that leaves by chance some unsynced sectors whole, some in part, and some as they were.
/// </summary>
internal sealed class ChancePowerLoss : IPowerLoss
{
    private readonly SplitMix64 _chance;

    public ChancePowerLoss(SplitMix64 chance)
    {
        _chance = chance;
        SurvivePerMille = chance.Pick(0, 100, 500, 900, 1_000);
    }

    public int SurvivePerMille { get; }

    public bool KeepsName(string name) => _chance.Happens(SurvivePerMille);

    public bool KeepsLength(string name) => _chance.Happens(SurvivePerMille);

    public int BytesKept(string name, long offset, int count)
    {
        if (_chance.Happens(100))
        {
            return _chance.Below(count + 1);
        }

        return _chance.Happens(SurvivePerMille) ? count : 0;
    }
}
