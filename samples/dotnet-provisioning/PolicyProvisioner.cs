using PolicyLint;

namespace DotnetProvisioning;

/// <summary>Creates policies. Nothing reaches IAM but what the gate lets out.</summary>
public sealed class PolicyProvisioner(IIamClient iam, PolicyGate gate)
{
    /// <summary>Creates a policy, and gives its ARN.</summary>
    /// <exception cref="PolicyRejectedException">The policy has findings. Nothing was created.</exception>
    public async Task<string> CreateAsync(string name, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        string document = await gate.EmitAsync(policy, cancellationToken);
        return await iam.CreatePolicyAsync(name, document, cancellationToken);
    }
}
