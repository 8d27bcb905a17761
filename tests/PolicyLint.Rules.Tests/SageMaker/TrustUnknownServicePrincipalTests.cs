using PolicyLint.Rules.SageMaker;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.SageMaker;

public sealed class TrustUnknownServicePrincipalTests : RuleTest<TrustUnknownServicePrincipal>
{
    [Test]
    public void Names_of_endpoints_are_found() => Finds("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": [[|"sagemaker-runtime.amazonaws.com"|], [|"runtime.sagemaker.amazonaws.com"|], [|"sagemaker.us-east-1.amazonaws.com"|], [|"SageMaker.amazonaws.com"|]] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, ["`sagemaker-runtime.amazonaws.com` is no service principal of SageMaker; did you mean `sagemaker.amazonaws.com`?", "`runtime.sagemaker.amazonaws.com` is no service principal of SageMaker; did you mean `sagemaker.amazonaws.com`?", "`sagemaker.us-east-1.amazonaws.com` is no service principal of SageMaker; did you mean `sagemaker.amazonaws.com`?", "`SageMaker.amazonaws.com` is no service principal of SageMaker; did you mean `sagemaker.amazonaws.com`?"], type: PolicyType.Trust);

    [Test]
    public void Service_principals_of_SageMaker_are_clean() => Clean("""
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Principal": { "Service": ["sagemaker.amazonaws.com", "hyperpod.sagemaker.amazonaws.com", "sagemaker-geospatial.amazonaws.com", "ec2.amazonaws.com"] }, "Action": "sts:AssumeRole" }
          ]
        }
        """, PolicyType.Trust);
}
