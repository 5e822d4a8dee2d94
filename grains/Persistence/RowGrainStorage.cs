using System.Globalization;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace FlashSale.Grains;

/// <summary>Orleans' persistence over rows: any grain's state is kept where the market's are.</summary>
/// <remarks>
/// A state's tag is the version of its row. A cleared state leaves an empty row with its version behind: an
/// activation that was replaced before must not take the next state for its own.
/// </remarks>
internal sealed class RowGrainStorage(
    IRowStore rows, Serializer serializer, IActivatorProvider activators) : IGrainStorage
{
    // What the row says beside the state: its name and some framing.
    private const int FrameBytesMax = 8_192;

    /// <summary>How many bytes a state may have.</summary>
    public const int StateBytesMax = RowLimits.BodyBytesMax - FrameBytesMax;

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var name = GrainStateRow.NameOf(stateName, grainId);
        var row = await rows.Read(GrainStateRow.KeyOf(name));
        var state = row is null ? null : Open(row, name).State;
        grainState.State = state is null ? Fresh<T>() : serializer.Deserialize<T>(state)!;
        grainState.ETag = row is null ? null : TagOf(row.Version);
        grainState.RecordExists = state is not null;
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var name = GrainStateRow.NameOf(stateName, grainId);
        var state = serializer.SerializeToArray(grainState.State);
        if (state.Length > StateBytesMax)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The state {name} has {state.Length:#,0} bytes; a row holds {StateBytesMax:#,0} at most."));
        }

        grainState.ETag = await Put(name, grainState.ETag, state);
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        if (string.IsNullOrEmpty(grainState.ETag))
        {
            await ReadStateAsync(stateName, grainId, grainState);
            if (!grainState.RecordExists)
            {
                return;
            }
        }

        grainState.ETag = await Put(GrainStateRow.NameOf(stateName, grainId), grainState.ETag, null);
        grainState.State = Fresh<T>();
        grainState.RecordExists = false;
    }

    private async Task<string> Put(string name, string? tag, byte[]? state)
    {
        var version = string.IsNullOrEmpty(tag) ? 0 : long.Parse(tag, CultureInfo.InvariantCulture);
        var body = serializer.SerializeToArray(new GrainStateRow(name, state));
        try
        {
            await rows.Write(new[] { new RowWrite(GrainStateRow.KeyOf(name), version, body) });
            return TagOf(version + 1);
        }
        catch (RowConflictException)
        {
            // Without the cause: it would have to travel to a caller, who knows no rows.
            throw new InconsistentStateException(
                $"The state {name} with the tag {tag ?? "of none"} was changed by somebody else.");
        }
    }

    private GrainStateRow Open(StoredRow row, string name)
    {
        var kept = serializer.Deserialize<GrainStateRow>(row.Body)!;
        return kept.Name == name
            ? kept
            : throw new InvalidOperationException($"The row of the state {name} holds that of {kept.Name}.");
    }

    private T Fresh<T>() => activators.GetActivator<T>().Create();

    private static string TagOf(long version) => version.ToString(CultureInfo.InvariantCulture);
}
