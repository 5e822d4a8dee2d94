using System.Data.Common;
using Orleans.Storage;

namespace FlashSale.Silo;

/// <summary>Orleans' storage in the database, behind the fence that the rows have.</summary>
/// <remarks>
/// A read waits until silos that are known to be dead are fenced; that they write no more is seen to by the
/// statements themselves (persistence.1.sql). Faults of the database are told as those of rows are: by an
/// exception that can travel to whoever called the grain.
/// </remarks>
internal sealed class FencedGrainStorage(IGrainStorage database, ISiloFence fence) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Told(
        async () =>
        {
            await fence.Passed();
            await database.ReadStateAsync(GrainStateName.Of(stateName, grainId), grainId, grainState);
        });

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Told(
        () => database.WriteStateAsync(GrainStateName.Of(stateName, grainId), grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Told(
        () => database.ClearStateAsync(GrainStateName.Of(stateName, grainId), grainId, grainState));

    private static async Task Told(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception fault) when (fault is DbException or RowStoreException or TimeoutException
            or IOException or ObjectDisposedException)
        {
            throw new GrainFaultException(
                $"The state could not be read or written; send the request again. {fault.Message}");
        }
    }
}
