namespace DotnetProvisioning;

/// <summary>The one call to IAM that this program makes, so that a test needs neither an account nor a network.</summary>
public interface IIamClient
{
    /// <summary>Creates a managed policy, and gives its ARN.</summary>
    Task<string> CreatePolicyAsync(string name, string document, CancellationToken cancellationToken);
}
