namespace DotnetProvisioning;

/// <summary>Stands for IAM in a dry run and in tests: keeps what would have been created.</summary>
public sealed class RecordingIamClient(string account) : IIamClient
{
    private readonly List<(string Name, string Document)> _created = [];

    /// <summary>The policies that were created, in order.</summary>
    public IReadOnlyList<(string Name, string Document)> Created => _created;

    /// <inheritdoc/>
    public Task<string> CreatePolicyAsync(string name, string document, CancellationToken cancellationToken)
    {
        _created.Add((name, document));
        return Task.FromResult($"arn:aws:iam::{account}:policy/{name}");
    }
}
