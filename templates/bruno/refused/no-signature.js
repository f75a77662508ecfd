req.deleteHeader("X-Mplus-Signature");
