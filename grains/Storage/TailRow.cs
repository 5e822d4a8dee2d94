namespace FlashSale.Grains;

/// <summary>A row that was changed and is not yet carried into its table.</summary>
internal sealed class TailRow(RowKey key)
{
    /// <summary>Its name.</summary>
    public RowKey Key { get; } = key;

    /// <summary>The version that it has; 0 if it is gone.</summary>
    public long Version { get; set; }

    /// <summary>Its contents; null if it is gone.</summary>
    public byte[]? Body { get; set; }

    /// <summary>When something has to be done, as Unix time in milliseconds; null if never.</summary>
    public long? DueMs { get; set; }

    /// <summary>The record that changed it last.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether the table has a row of this name, of whatever version.</summary>
    public bool IsInTable { get; set; }

    /// <summary>The next row of the same kind and owner.</summary>
    public TailRow? Next { get; set; }

    /// <summary>The row before it, of the same kind and owner.</summary>
    public TailRow? Previous { get; set; }

    /// <summary>The row as readers get it; null if it is gone.</summary>
    public StoredRow? Stored => Body is { } body ? new StoredRow(Key, Version, body) : null;
}
